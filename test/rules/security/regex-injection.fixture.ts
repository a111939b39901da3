import express from 'express';
import escapeRegExp from 'escape-string-regexp';
const app = express();

app.get('/search', (req, res) => {
  const pattern = new RegExp(req.query.q as string, 'i');
//                           ^^^^^^^^^^^^^^^^^^^^^ security/regex-injection: Regular expression made of request input `req.query.q`
  const word = RegExp('\\b' + req.query.word);
//                    ^^^^^^^^^^^^^^^^^^^^^^ security/regex-injection: Regular expression made of request input `req.query.word`
  const escaped = new RegExp(escapeRegExp(req.query.q as string));
  const number = new RegExp(`^${Number(req.query.n)}$`);
  res.json([pattern, word, escaped, number].map((one) => one.test('text')));
});
