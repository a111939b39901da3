// @file: app.js
const express = require('express');
const db = require('./db');
const handlers = require('./handlers');
const { Sequelize, QueryTypes } = require('sequelize');
const knex = require('knex')({ client: 'pg' });
const sqlite3 = require('sqlite3').verbose();
const sequelize = new Sequelize('sqlite::memory:');
const lite = new sqlite3.Database(':memory:');
const router = express.Router();

router.post('/search', isLoggedIn, handlers.search);
router.get('/safe', handlers.safe);

router.get('/sequelize', function (req, res) {
  sequelize.query(`SELECT * FROM users WHERE name = '${req.query.name}'`, { type: QueryTypes.SELECT });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.query.name`
  sequelize.query('SELECT * FROM users WHERE name = :name', { replacements: { name: req.query.name } });
  knex.raw('SELECT * FROM users WHERE id = ?', [req.query.id]);
  knex('users').where({ id: req.query.id }).whereRaw('age > ' + req.query.age);
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.query.age`
  lite.all("SELECT * FROM users WHERE name = '" + req.query.name + "'", (error, rows) => res.json(rows));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.query.name`
  lite.get('SELECT * FROM users WHERE name = ?', req.query.name, () => {});
});

router.get('/service', async (req, res) => {
  const users = new Users(db.pool);
  res.json(await users.byCity(req.query.city));
});

router.get('/look-alikes', (req, res) => {
  client.query({ name: req.query.name });
  document.query('SELECT ' + req.query.name);
  search.query('title: ' + req.query.name);
  res.send('SELECT * FROM users WHERE name = ' + req.query.name);
});

class Users {
  constructor(pool) {
    this.pool = pool;
  }
  byCity(city) {
    const text = ['SELECT * FROM users', `WHERE city = '${city}'`].join(' ');
    return this.pool.query(text);
//                         ^^^^ security/sql-injection: SQL text built from request input `req.query.city`
  }
}

function isLoggedIn(req, res, next) {
  next();
}
module.exports = router;

// @file: db.js
const mysql = require('mysql');
exports.pool = mysql.createPool({});
exports.run = (text, values) =>
  new Promise((resolve) => {
    exports.pool.getConnection((error, connection) => {
      connection.query(text, values, (failure, rows) => resolve(rows));
//                     ^^^^ security/sql-injection: SQL text built from request input `req.body.term`
    });
  });

// @file: handlers.js
const { run, pool } = require('./db');

exports.search = async function (req, res) {
  const term = req.body.term;
  const rows = await run("SELECT * FROM products WHERE name LIKE '%" + term + "%'");
  res.json(rows);
};

exports.safe = async function (req, res) {
  const rows = await run('SELECT * FROM products WHERE name = ?', [req.query.term]);
  const id = pool.escape(req.query.id);
  pool.query('SELECT * FROM products WHERE id = ' + id);
  res.json(rows);
};
