import fs from 'node:fs';
declare const pool: any;
declare const puppeteer: any;
declare function keep(client: unknown): void;
export async function total() {
  const client = await pool.connect();
//      ^^^^^^ quality/unreleased-resource: `client` is not given back when something fails before `release`
  const { rows } = await client.query('select 1');
  client.release();
  return rows;
}
export async function pages() {
  const browser = await puppeteer.launch();
//      ^^^^^^^ quality/unreleased-resource: `browser` is never given back with `close`
  const page = await browser.newPage();
  return page.title();
}
export function sizeOf(name: string) {
  const fd = fs.openSync(name, 'r');
//      ^^ quality/unreleased-resource: `fd` is never given back with `closeSync`
  return fs.fstatSync(fd).size;
}
export async function fine(name: string) {
  const client = await pool.connect();
  try {
    await client.query('select 1');
  } finally {
    client.release();
  }
  const kept = await pool.connect();
  keep(kept);
  const returned = await pool.connect();
  const fd = fs.openSync(name, 'r');
  fs.closeSync(fd);
  await using handle = await fs.promises.open(name);
  console.log(await handle.stat());
  const inner = await pool.connect();
  process.on('exit', () => inner.release());
  return returned;
}
