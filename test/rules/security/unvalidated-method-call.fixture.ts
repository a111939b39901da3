import express from 'express';
const app = express();
const actions: Record<string, () => string> = { list: () => 'all' };
const known = new Map([['list', () => 'all']]);

app.get('/direct', (req, res) => {
  res.send(actions[String(req.query.action)]());
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/unvalidated-method-call: `actions[String(req.query.action)]` calls whatever method request input `req.query.action` names
});
app.get('/named', (req, res) => {
  const action = actions[req.query.action as string];
  res.send(action());
//         ^^^^^^ security/unvalidated-method-call: `action` calls whatever method request input `req.query.action` names
});
app.get('/own', (req, res) => {
  const name = String(req.query.action);
  if (Object.hasOwn(actions, name)) res.send(actions[name]());
});
app.get('/map', (req, res) => {
  res.send(known.get(String(req.query.action))?.() ?? '');
});
app.get('/listed', (req, res) => {
  const name = String(req.query.action);
  if (['list', 'count'].includes(name)) res.send(actions[name]());
});
app.get('/text', (req, res) => {
  res.send(String(req.query.name).toUpperCase());
});
