import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

const built: Files = {
  'package.json': {
    scripts: {
      build: 'tsc && npm run build:web',
      'build:web': 'cd web && vite build',
      start: 'node dist/server.js',
    },
    dependencies: { express: '5' },
  },
  'package-lock.json': '{}',
  'tsconfig.json': { compilerOptions: { outDir: 'dist', rootDir: 'src' } },
};

function copies(name: string, code: string, files: Files, expected: readonly string[]): void {
  it(name, () => {
    const { output } = detected({ ...built, ...files, 'src/server.ts': code }).details;
    assert.deepEqual(output, ['dist', ...expected]);
  });
}

describe('what a built program reads beside its build', () => {
  copies('nothing', 'app.listen(3000)', { 'ftp/legal.txt': '' }, []);
  copies('a file', "readFileSync('./schema.graphql')", { 'schema.graphql': '' }, ['schema.graphql']);
  copies('a file among the sources', "readFile('src/schema.graphql')", { 'src/schema.graphql': '' }, [
    'src/schema.graphql',
  ]);
  copies('a folder', "app.use('/ftp', express.static('ftp'))", { 'ftp/legal.txt': '' }, ['ftp']);
  copies("a folder, from the program's own", "join(__dirname, '..', 'ftp', name)", { 'ftp/legal.txt': '' }, [
    'ftp',
  ]);
  copies('a folder among the sources', "readdir('src/mails')", { 'src/mails/b.html': '' }, ['src/mails']);
  copies('a file of a folder', "new URL('../i18n/de.json', import.meta.url)", { 'i18n/de.json': '{}' }, [
    'i18n',
  ]);
  copies('what a front end of its own builds', "express.static('web/dist')", { 'web/package.json': {} }, [
    'web/dist',
  ]);
  copies('what another one builds', "express.static('app/dist')", { 'app/package.json': {} }, []);
  copies('an import', "import x from './data.json'", { 'data.json': '{}' }, []);
  copies('a name in another call', "emit('ftp')", { 'ftp/legal.txt': '' }, []);
  copies(
    'what no image holds',
    "readFileSync('.env'); readFile('credentials.json')",
    { '.env': '', 'credentials.json': '{}' },
    [],
  );
  copies('what tools read', "readFile('tsconfig.json')", {}, []);
});
