import express from 'express';
const app = express();
app.use(express.json());
const settings: Record<string, Record<string, string>> = {};
const entries = new Map<string, string>();
const bare = Object.create(null);
const list: string[] = [];

app.post('/settings', (req, res) => {
  settings[req.body.user][req.body.name] = req.body.value;
//^^^^^^^^^^^^^^^^^^^^^^^ security/remote-property-injection: `settings[req.body.user]` is a property that request input `req.body.user` names
  const target = settings[req.body.user] ?? {};
  target.theme = 'dark';
  entries.set(req.body.name, req.body.value);
  bare[req.body.name] = req.body.value;
  target[`user-${req.body.name}`] = 'known';
  list[Number(req.body.index)] = 'known';
  res.end();
});
app.post('/checked', (req, res) => {
  const { name } = req.body;
  if (['theme', 'size'].includes(name)) settings.all[name] = req.body.value;
  res.end();
});
const shared: Record<string, string> = {};
app.post('/shared', (req, res) => {
  const own: Record<string, string> = {};
  own[req.body.name] = req.body.value;
  shared[req.body.name] = req.body.value;
//^^^^^^^^^^^^^^^^^^^^^ security/remote-property-injection: `shared[req.body.name]` is a property that request input `req.body.name` names
  res.json(own);
});
