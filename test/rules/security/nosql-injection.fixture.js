// @file: app.js
const express = require('express');
const mongoose = require('mongoose');
const { MongoClient } = require('mongodb');
const Ajv = require('ajv');
const User = mongoose.model('User', {});
const client = new MongoClient('mongodb://localhost');
const app = express();
const isQuery = new Ajv().compile({ type: 'object', properties: { name: { type: 'string' } } });

app.post('/users', async (req, res) => {
  await User.findOne({ name: req.body.name, password: req.body.password });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/nosql-injection: Query steered by request input `req.body.name`
  await User.find(req.query);
//                ^^^^^^^^^ security/nosql-injection: Query steered by request input `req.query`
  const query = {};
  query.name = req.body.name;
  await client.db('shop').collection('users').deleteMany(query);
//                                                       ^^^^^ security/nosql-injection: Query steered by request input `req.body.name`
  await User.where(JSON.parse(req.params.filter)).exec();
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/nosql-injection: Query steered by request input `req.params.filter`
  res.end();
});

app.post('/safe', async (req, res) => {
  await User.findOne({ name: { $eq: req.body.name } });
  await User.findOne({ name: String(req.body.name), age: Number(req.body.age) });
  await User.findOne({ name: `${req.body.name}` });
  await User.findOne({ _id: req.params.id, token: req.headers.authorization });
  if (typeof req.body.name === 'string') await User.findOne({ name: req.body.name });
  if (isQuery(req.body)) await User.find(req.body);
  await User.updateOne({ name: 'x' }, { $set: { city: req.body.city } });
  await orders.findOne({ where: { id: req.body.id } });
  [1, 2].find((item) => item === req.body.id);
  res.end();
});
