// @file: src/routes.ts
import express, { type Request, type Response } from 'express';
import { Pool } from 'pg';
import mysql from 'mysql2/promise';
import { findUser, findByName, orderColumn } from './users.ts';
import { z } from 'zod';

const app = express();
const pool = new Pool();
const allowed = ['name', 'age'];
const columns: Record<string, string> = { name: 'u.name', age: 'u.age' };

app.get('/concat', async (req, res) => {
  const { id } = req.query;
  const text = 'SELECT * FROM users WHERE id = ' + id;
  res.json(await pool.query(text));
//                          ^^^^ security/sql-injection: SQL text built from request input `req.query.id`
});

app.get('/template', async (req: Request, res: Response) => {
  await pool.query(`DELETE FROM users WHERE name = '${req.params.name}'`);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.params.name`
  res.end();
});

app.get('/object', async (req, res) => {
  await pool.query({ text: 'SELECT ' + req.body.column + ' FROM users', values: [] });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.body.column`
  res.end();
});

app.get('/helper', async (req, res) => {
  res.json(await findUser(pool, String(req.query.name).trim()));
});

app.get('/promise', (req, res) => {
  mysql.createConnection({}).then((connection) => {
    connection.query('SELECT * FROM orders ORDER BY ' + req.query.sort);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.query.sort`
  });
  res.end();
});

app.get('/list', async (req, res) => {
  const names = [].concat(req.body.names).map((name) => `'${name}'`);
  await pool.query('SELECT * FROM users WHERE name IN (' + names.join(',') + ')');
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.body.names`
  res.end();
});

app.get('/loop', async (req, res) => {
  let where = 'WHERE 1 = 1';
  for (const key of Object.keys(req.query)) {
    where += ' AND ' + key + ' = 1';
  }
  await pool.query('SELECT * FROM users ' + where);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.query`
  res.end();
});

app.get('/schema', async (req, res) => {
  const { name } = z.object({ name: z.string() }).parse(req.body);
  await pool.query("SELECT * FROM users WHERE name = '" + name + "'");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.body`
  res.end();
});

// From here on the input is bound, converted or checked.
app.get('/bound', async (req, res) => {
  await pool.query('SELECT * FROM users WHERE id = $1', [req.query.id]);
  await pool.query({ text: 'SELECT * FROM users WHERE id = $1', values: [req.query.id] });
  res.json(await findByName(pool, req.query.name as string));
});

app.get('/number', async (req, res) => {
  const id = Number(req.params.id);
  const page = parseInt(req.query.page as string, 10);
  await pool.query(`SELECT * FROM users WHERE id = ${id} LIMIT ${page * 10}`);
  res.end();
});

app.get('/allowed', async (req, res) => {
  const sort = req.query.sort as string;
  if (!allowed.includes(sort)) {
    res.status(400).end();
    return;
  }
  await pool.query('SELECT * FROM users ORDER BY ' + sort);
  await pool.query('SELECT * FROM users ORDER BY ' + columns[req.query.column as string]);
  await pool.query('SELECT * FROM users ORDER BY ' + orderColumn(req.query.column as string));
  res.end();
});

app.get('/checked', async (req, res) => {
  const { id, kind } = req.query as Record<string, string>;
  if (/^\d+$/.test(id) && (kind === 'a' || kind === 'b')) {
    await pool.query(`SELECT * FROM ${kind} WHERE id = ${id}`);
  }
  if (typeof req.body.limit !== 'number') throw new Error('limit');
  await pool.query('SELECT * FROM users LIMIT ' + req.body.limit);
  res.end();
});

app.get('/cleaned', async (req, res) => {
  const name = String(req.query.name).replace(/[^a-z0-9]/gi, '');
  await pool.query(`SELECT * FROM users WHERE name = '${name}'`);
  res.end();
});

app.get('/schema-number', async (req, res) => {
  const { id } = z.object({ id: z.coerce.number().int() }).parse(req.query);
  await pool.query(`SELECT * FROM users WHERE id = ${id}`);
  res.end();
});

const query = z.object({ page: z.coerce.number(), sort: z.enum(['a', 'b']) }).strict();

app.get('/schema-safe', async (req, res) => {
  const parsed = query.safeParse(req.query);
  if (!parsed.success) return;
  await pool.query(`SELECT * FROM users ORDER BY ${parsed.data.sort} LIMIT ${parsed.data.page}`);
  res.end();
});

app.get('/direction', async (req, res) => {
  const direction = req.query.direction === 'desc' ? 'DESC' : 'ASC';
  await pool.query(`SELECT * FROM users ORDER BY name ${direction}`);
  switch (req.query.table) {
    case 'a':
      await pool.query(`SELECT * FROM ${req.query.table}`);
      break;
  }
  res.end();
});

// @file: src/users.ts
import type { Pool } from 'pg';

export async function findUser(db: Pool, name: string) {
  return db.query("SELECT * FROM users WHERE name = '" + name + "'");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/sql-injection: SQL text built from request input `req.query.name`
}

export async function findByName(db: Pool, name: string) {
  return db.query('SELECT * FROM users WHERE name = $1', [name]);
}

export function orderColumn(column: string): string {
  switch (column) {
    case 'age':
      return 'age';
    default:
      return 'name';
  }
}

export async function countAll(db: Pool, table: string) {
  return db.query('SELECT count(*) FROM ' + table);
}

export const total = (db: Pool) => countAll(db, 'users');
