const Database = require('better-sqlite3');
const { createServer } = require('node:http');

const database = new Database(':memory:');
createServer((_, response) => response.end(String(database.open))).listen(3000);
