import express from 'express';
import { z } from 'zod';
import { User, userRepository } from './models.js';
const app = express();
app.use(express.json());
const schema = z.object({ name: z.string() });

app.post('/users', async (req, res) => {
  const user = await User.create(req.body);
//                               ^^^^^^^^ security/mass-assignment: `User.create` takes over every field of request input `req.body`
  res.json(user);
});
app.put('/users/:id', async (req, res) => {
  const user = await User.findByIdAndUpdate(req.params.id, req.body);
//                                                         ^^^^^^^^ security/mass-assignment: `User.findByIdAndUpdate` takes over every field of request input `req.body`
  await userRepository.update(req.params.id, { ...req.body });
//                                           ^^^^^^^^^^^^^^^ security/mass-assignment: `userRepository.update` takes over every field of request input `req.body`
  Object.assign(user, req.body);
//                    ^^^^^^^^ security/mass-assignment: `Object.assign` takes over every field of request input `req.body`
  res.json(user);
});
app.post('/named', async (req, res) => {
  await User.create({ name: req.body.name, mail: req.body.mail });
  await User.create(schema.parse(req.body));
  await User.findByIdAndUpdate(req.params.id, { name: req.body.name });
  res.json(Object.assign({}, { name: req.body.name }));
});
app.get('/query', (req, res) => {
  const query = Object.assign({}, req.query);
  req.query = Object.assign(Object.fromEntries(new URL(req.url).searchParams), req.query);
  res.json(query);
});
