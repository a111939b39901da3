import fs from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import express from 'express';
const app = express();

app.post('/upload', (req, res) => {
  fs.writeFileSync('uploads/' + req.file.originalname, req.file.buffer);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/unsafe-upload-name: File path built from the name in uploaded file `req.file.originalname`
  res.end();
});

// A name of our own, the bare file name, and a name that is only kept as text.
app.post('/fine', (req, res) => {
  fs.writeFileSync('uploads/' + randomUUID(), req.file.buffer);
  fs.writeFileSync(path.join('uploads', path.basename(req.file.originalname)), req.file.buffer);
  res.json({ name: req.file.originalname });
});
