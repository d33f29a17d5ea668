import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

describe('folders that a program writes to', () => {
  function writes(code: string, expected: string[], files: Files = {}): void {
    it(code, () => {
      const found = detected({ 'package.json': { scripts: { start: 'node a.js' } }, 'a.js': code, ...files });
      assert.deepEqual(
        found.details.writtenFolders.map(({ value }) => value),
        expected,
      );
    });
  }
  writes("fs.mkdirSync('./uploads', { recursive: true });", ['uploads']);
  writes("fs.mkdirSync(path.join(__dirname, 'uploads'));", ['uploads']);
  writes("const upload = multer({ dest: 'uploads/' });", ['uploads']);
  writes("const dir = process.env.DATA_DIR || './data/';", ['data']);
  writes("const file = process.env.DB_PATH ?? './data/app.sqlite';", ['data']);
  writes("const file = process.env.CONFIG_PATH || 'settings.json';", []);
  writes("new Database('data/app.db');", ['data']);
  writes("fs.mkdirSync('/var/lib/app');", []);
  writes("fs.mkdirSync('../x');", []);
  writes("fs.mkdirSync('dist');", []);
  writes("fs.mkdirSync('data');", [], { 'data/seed.json': '{}' });
});

describe("folders that a framework's server writes to", () => {
  function writes(name: string, manifest: object, expected: string[], files: Files = {}): void {
    it(name, () => {
      const found = detected({ 'package.json': manifest, ...files }).details.writtenFolders;
      assert.deepEqual(
        found.map(({ value }) => value),
        expected,
      );
    });
  }
  writes('Next.js', { scripts: { build: 'next build' }, dependencies: { next: '15' } }, ['.next/cache']);
  const strapi = {
    scripts: { build: 'strapi build', start: 'strapi start' },
    dependencies: { '@strapi/strapi': '5' },
  };
  writes('Strapi', strapi, ['.tmp', 'public/uploads'], { 'public/uploads/.gitkeep': '' });
  writes('Strapi with uploads of its own', strapi, ['.tmp'], { 'public/uploads/a.png': '' });
});

describe('database files that a program makes', () => {
  function makes(code: string, expected: string[], files: Files = {}): void {
    it(code, () => {
      const found = detected({ 'package.json': { scripts: { start: 'node a.js' } }, 'a.js': code, ...files });
      assert.deepEqual(
        found.details.writtenDatabases.map(({ value }) => value),
        expected,
      );
    });
  }
  makes("new Database('app.db');", ['app.db']);
  makes("new sqlite3.Database(path.join(__dirname, 'app.db'));", ['app.db']);
  makes("new Sequelize({ dialect: 'sqlite', storage: './app.sqlite' });", ['app.sqlite']);
  makes("createClient({ url: 'file:local.db' });", ['local.db']);
  makes("new Database('data/app.db');", []);
  makes("new Database(':memory:');", []);
  makes("new Database('app.db');", [], { 'app.db': '' });
});
