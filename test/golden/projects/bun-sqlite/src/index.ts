import { Database } from 'bun:sqlite';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const file = process.env.DB_PATH ?? './data/notes.sqlite';
mkdirSync(dirname(file), { recursive: true });
const database = new Database(file, { create: true });
database.run('create table if not exists notes (text)');

Bun.serve({
  port: Number(process.env.PORT ?? 3000),
  fetch: () => Response.json(database.query('select count(*) as notes from notes').get()),
});
