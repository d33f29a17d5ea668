import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

function ends(name: string, files: Files, handled: boolean, source: string): void {
  it(name, () => {
    const { value, source: where } = detected(files).handlesSigterm;
    assert.equal(value, handled);
    assert.ok(where.startsWith(source), where);
  });
}

const server = (code: string): Files => ({ 'package.json': {}, 'server.js': code });
const next = { scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '16' } };

describe('SIGTERM', () => {
  ends('nobody handles it', server('app.listen(3000)'), false, 'default');
  ends('process.on', server("x();\nprocess.on('SIGTERM', stop)"), true, 'server.js:2');
  ends('process.once', server('process.once("SIGTERM", stop)'), true, 'server.js:1');
  ends(
    'a list of signals',
    server("for (const s of ['SIGINT', 'SIGTERM']) {\n  process.on(s, stop);\n}"),
    true,
    'server.js:1',
  );
  ends('a comment is no handler', server("// process.on('SIGTERM', stop)"), false, 'default');
  ends('a library', server("import closeWithGrace from 'close-with-grace'"), true, 'server.js:1');
  ends(
    'in a file that it imports',
    { ...server("import './stop.js'"), 'stop.js': "process.on('SIGTERM', stop)" },
    true,
    'stop.js:1',
  );
  ends('Nest', { ...server('app.enableShutdownHooks()') }, true, 'server.js:1');
  ends("Next.js's own server", { 'package.json': next }, true, 'package.json');
  ends(
    'a custom server of Next.js',
    {
      'package.json': { ...next, scripts: { build: 'next build', start: 'node server.js' } },
      'server.js': '',
    },
    false,
    'default',
  );
});
