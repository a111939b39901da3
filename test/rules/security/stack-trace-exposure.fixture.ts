import express from 'express';

const app = express();
app.use((error: Error, _request: express.Request, res: express.Response, _next: express.NextFunction) => {
  res.status(500).send(error.stack);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/stack-trace-exposure: `send` shows the visitor `error.stack`
});
app.get('/orders', (_request, res) => {
  try {
    res.json(JSON.parse('{'));
  } catch (e) {
    res.send(e);
//  ^^^^^^^^^^^ security/stack-trace-exposure: `send` shows the visitor `e`
  }
});
app.get('/bills', (_request, response) => {
  try {
    response.json({});
  } catch (error) {
    response.json({ ok: false, trace: (error as Error).stack });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/stack-trace-exposure: `json` shows the visitor `(error as Error).stack`
  }
});

// Messages, logs, and details for developers only.
app.get('/safe', (_request, res) => {
  try {
    res.json({});
  } catch (error) {
    console.error((error as Error).stack);
    res.status(500).json({ message: (error as Error).message });
    if (process.env.NODE_ENV !== 'production') res.send((error as Error).stack);
    res.json({ stack: process.env.NODE_ENV === 'development' ? (error as Error).stack : undefined });
  }
});
export const push = (socket: { send(text: unknown): void }, stack: { stack: string }) => socket.send(stack.stack);
