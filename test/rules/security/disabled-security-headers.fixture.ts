import express from 'express';
import helmet from 'helmet';

const app = express();
app.use(helmet({ contentSecurityPolicy: false, frameguard: false }));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/disabled-security-headers: `contentSecurityPolicy, frameguard` is switched off or left to the visitor
app.get('/', (req, res) => {
  res.set('X-Frame-Options', String(req.query.frame));
  res.set('X-Frame-Options', req.query.frame as string);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/disabled-security-headers: `X-Frame-Options` is switched off or left to the visitor
  res.setHeader('X-Frame-Options', 'ALLOWALL');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/disabled-security-headers: `X-Frame-Options` is switched off or left to the visitor
});

// The defaults, single directives, and fixed values.
app.use(helmet());
app.use(helmet({ contentSecurityPolicy: { directives: { imgSrc: ['*'] } } }));
app.use(helmet({ crossOriginEmbedderPolicy: false }));
app.get('/framed', (_req, res) => {
  res.set('X-Frame-Options', 'SAMEORIGIN');
});
