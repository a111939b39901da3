// Loads a supplier's price list into the shop; started by hand once a week.
const { readFileSync } = require('node:fs');
const mysql = require('mysql2/promise');

async function main() {
  const pool = mysql.createPool({ database: 'shop' });
  const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n');
  for (const line of lines) {
    const [sku, title, price] = line.split(';');
    await pool.query(`REPLACE INTO products (sku, title, price) VALUES ('${sku}', '${title}', ${price})`);
  }
  await pool.end();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
