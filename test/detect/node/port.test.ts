import assert from 'node:assert/strict';
import { detected, shown, type Files } from './detected.js';

function listens(
  name: string,
  code: string,
  port: string | null,
  variable: string | null = null,
  more: Files = {},
): void {
  it(name, () => {
    const facts = detected({ 'package.json': {}, 'server.js': code, ...more });
    assert.equal(shown(facts.port), port);
    assert.equal(facts.portVariable?.value ?? null, variable);
  });
}

const at = (port: number, line = 1) => `${port} @ server.js:${line}`;

describe('the port, from the environment', () => {
  listens('||', 'app.listen(process.env.PORT || 3000)', at(3000), 'PORT');
  listens('??', 'app.listen(process.env.PORT ?? 3000)', at(3000), 'PORT');
  listens('as a text', "const port = process.env.PORT || '3000'", at(3000), 'PORT');
  listens('in brackets', "const port = process.env['PORT'] || 3000", at(3000), 'PORT');
  listens('two variables', 'const port = process.env.PORT || process.env.APP_PORT || 8080', at(8080), 'PORT');
  listens('a server that is compiled by settings of its own folder', '', '5055 @ server/index.ts:1', 'PORT', {
    'package.json': {
      scripts: { build: 'next build && tsc -p server/tsconfig.json', start: 'node dist/index.js' },
    },
    'server/tsconfig.json': { compilerOptions: { outDir: '../dist' } },
    'server/index.ts': 'const port = Number(process.env.PORT) || 5055;',
  });
  listens('a server that is compiled beside its pages', '', '8091 @ api/bin/www.ts:1', 'PORT', {
    'package.json': {
      scripts: { build: 'vite build && tsc', start: 'node server/bin/www.js' },
      devDependencies: { vite: '7' },
    },
    'tsconfig.json': { compilerOptions: { outDir: 'server' }, include: ['api/**/*.ts'] },
    'api/bin/www.ts': 'listen(process.env.PORT || 8091);',
  });
  listens('an app of several in one project', '', '3005 @ apps/api/src/main.ts:1', null, {
    'package.json': { scripts: { build: 'nest build', 'start:prod': 'node dist/apps/api/main' } },
    'apps/api/src/main.ts': 'app.listen(3005);',
  });
  listens('SvelteKit with a prefix', '', '3000 @ package.json:4', 'MY_PORT', {
    'package.json': {
      devDependencies: { '@sveltejs/kit': '2', '@sveltejs/adapter-node': '5' },
      scripts: { build: 'vite build' },
    },
    'svelte.config.js': "export default { kit: { adapter: adapter({ envPrefix: 'MY_' }) } }",
  });
  listens('Number()', 'const port = Number(process.env.PORT) || 8080', at(8080), 'PORT');
  listens('Number() around', "const port = Number(process.env.PORT ?? '8080')", at(8080), 'PORT');
  listens('parseInt with a radix', 'const port = parseInt(process.env.PORT, 10) || 8080', at(8080), 'PORT');
  listens('parseInt around', "const port = parseInt(process.env.PORT || '8080', 10)", at(8080), 'PORT');
  listens(
    'normalizePort',
    "var port = normalizePort(process.env.PORT || '3000');\napp.set('port', port);",
    at(3000),
    'PORT',
  );
  listens('a question', 'const port = process.env.PORT ? Number(process.env.PORT) : 4000', at(4000), 'PORT');
  listens('taken apart', 'const { HOST, PORT = 5000 } = process.env;', at(5000), 'PORT');
  listens('a list', '[args.port, process.env.PORT, 3001].find(Boolean)', at(3001), 'PORT');
  listens('zod', 'const env = z.object({ PORT: z.coerce.number().default(3333) })', at(3333), 'PORT');
  listens('envalid', 'cleanEnv(process.env, { PORT: port({ default: 3333 }) })', at(3333), 'PORT');
  listens(
    'a JSON Schema',
    "const schema = {\n  PORT: {\n    type: 'number',\n    default: 3333,\n  },\n}",
    at(3333, 4),
    'PORT',
  );
  listens('a configuration service', "app.listen(config.get<number>('PORT', 3100))", at(3100), 'PORT');
  listens(
    'a constant as the default',
    'const defaultPort = 4100;\napp.listen(process.env.PORT || defaultPort);',
    at(4100),
    'PORT',
  );
  listens(
    'a call of its own',
    'const port = toNumber(process.env.HTTP_PORT || process.env.PORT, 4242);',
    at(4242),
    'HTTP_PORT',
  );
  listens('a radix is no port', 'const port = parseInt(process.env.PORT, 10);', null, 'PORT');
  listens('another name', 'app.listen(process.env.APP_PORT || 3000)', at(3000), 'APP_PORT');
  listens(
    'PORT before another name',
    'a(process.env.METRIC_PORT || 9100);\napp.listen(process.env.PORT || 3000)',
    at(3000, 2),
    'PORT',
  );
  listens(
    "a database's is not it",
    'db(process.env.DB_PORT || 5555);\napp.listen(process.env.PORT)',
    '3000 @ default: PORT in server.js:2',
    'PORT',
  );
  listens('no default', 'app.listen(process.env.PORT)', '3000 @ default: PORT in server.js:1', 'PORT');
  listens(
    'no default, as an object',
    'fastify.listen({ port: Number(process.env.PORT) })',
    '3000 @ default: PORT in server.js:1',
    'PORT',
  );
  listens(
    'no default, by a name',
    'var port = process.env.PORT;\n\nserver.listen(port, function () {});',
    '3000 @ default: PORT in server.js:1',
    'PORT',
  );
  listens(
    'no default, taken apart',
    'const { HOST, PORT } = process.env;\nserver.listen(PORT);',
    '3000 @ default: PORT in server.js:1',
    'PORT',
  );
  listens('no default, settings', 'app.listen(process.env.PORT)', '4000 @ .env:1', 'PORT', {
    '.env': 'PORT=4000\n',
  });
  listens('no default, an example', 'app.listen(process.env.PORT)', '4000 @ .env.example:2', 'PORT', {
    '.env.example': 'DB_PORT=1\nPORT=4000\n',
  });
});

describe('the port, from the command line', () => {
  listens('yargs', "yargs.option('port', { alias: 'p', default: 5050 }).argv", at(5050));
  listens('commander', "program.option('-p, --port <number>', 'the port', '5050')", at(5050));
  listens(
    'commander with a parser',
    "program.option('-p, --port <n>', 'port', parseInt, 5050);\nlisten(program.opts().port)",
    at(5050),
  );
  listens('parseArgs', "parseArgs({ options: { port: { type: 'string', default: '5050' } } })", at(5050));
  listens('minimist', 'minimist(process.argv.slice(2), { default: { port: 5050 } })', at(5050));
  listens('a fallback', 'listen(argv.port || 5050)', at(5050));
});

describe('the port, from settings', () => {
  const config = "const config = require('config');\napp.listen(config.get('server.port'));";
  const usual = { 'config/default.json': { server: { port: 4000 } } };
  listens('of the package config', config, '4000 @ config/default.json:3', null, usual);
  listens('for production', config, '8080 @ config/production.yaml:2', null, {
    ...usual,
    'config/production.yaml': 'server:\n  port: 8080\n',
  });
  listens('with a variable', config, '4000 @ config/default.json:3', 'WEB_PORT', {
    ...usual,
    'config/custom-environment-variables.json': {
      server: { port: { __name: 'WEB_PORT', __format: 'number' } },
    },
  });
  listens("of Feathers' app", "app.listen(app.get('port'))", '3030 @ config/default.json:2', null, {
    'config/default.json': { port: 3030 },
  });
  listens('of convict', "convict({ port: { default: 8123, env: 'HTTP_PORT' } })", at(8123), 'HTTP_PORT');
  listens('that nobody can read', config, null, null, { 'config/default.json': '{ // port\n}' });
});

describe('the port, from the program', () => {
  listens('WebSocketServer', 'new WebSocketServer({ port: 8080 })', at(8080));
  listens('Socket.io alone', 'const io = new Server(3000, {})', at(3000));
  listens('a server of Apollo', 'startStandaloneServer(server, { listen: { port: 4001 } })', at(4001));
  listens(
    'a microservice of Nest',
    'NestFactory.createMicroservice(App, {\n  transport: Transport.TCP,\n  options: { port: 8877 },\n})',
    at(8877, 3),
  );
  listens('listen', 'app.listen(3000)', at(3000));
  listens('listen with an object', "app.listen({ host: '0.0.0.0', port: 3000 })", at(3000));
  listens('serve of Hono', 'serve({ fetch: app.fetch, port: 8787 })', at(8787));
  listens('hapi', "Hapi.server({ host: '0.0.0.0', port: 4000 })", at(4000));
  listens('a constant', 'const port = 3000;\napp.listen(port)', at(3000));
  listens('a constant in capitals', 'const PORT = 3000;\napp.listen(PORT)', at(3000));
  listens(
    'a comment is no program',
    '// app.listen(1111)\n/* app.listen(2222) */\napp.listen(3000)',
    at(3000, 3),
  );
  listens(
    'a file that it imports',
    "const c = require('./config');\napp.listen(c.port)",
    '3000 @ config/index.js:1',
    null,
    { 'config/index.js': 'exports.port = 3000' },
  );
  listens(
    'settings that it imports',
    "import settings from './config.json';\napp.listen(process.env.PORT || settings.port)",
    '4005 @ config.json:1',
    'PORT',
    { 'config.json': '{ "port": 4005 }' },
  );
  listens('no port number', 'app.listen(99999)', null);
  listens('nothing', 'console.log(1)', null);
  listens('the start command', 'app.listen(process.env.PORT || 3000)', '8080 @ package.json:3', 'PORT', {
    'package.json': { scripts: { start: 'PORT=8080 node server.js' } },
  });
});

describe('the port, from a framework', () => {
  const next = (start: string): Files => ({
    'package.json': { scripts: { build: 'next build', start }, dependencies: { next: '16' } },
  });
  listens('Next.js', '', '3000 @ package.json:7', 'PORT', next('next start'));
  listens('Next.js with a flag', '', '4000 @ package.json:4', 'PORT', next('next start -p 4000'));
  it("a start file without an ending, as Express's generator writes it", () => {
    const facts = detected({
      'package.json': { scripts: { start: 'node ./bin/www' } },
      'bin/www':
        "#!/usr/bin/env node\nvar app = require('../app');\nvar port = normalizePort(process.env.PORT || '3000');",
      'app.js': '',
    });
    assert.equal(shown(facts.port), '3000 @ bin/www:3');
    assert.equal(facts.entry?.value, 'bin/www');
  });
  it('the source of a built file', () => {
    const facts = detected({
      'package.json': { scripts: { build: 'tsc', start: 'node dist/server.js' } },
      'tsconfig.json': '{ // ours\n "compilerOptions": { "outDir": "./dist", "rootDir": "./src", } }',
      'src/server.ts': "import { config } from './config.js';\napp.listen(config.port);",
      'src/config.ts': 'export const config = {\n  port: Number(process.env.PORT ?? 8080),\n};',
    });
    assert.equal(shown(facts.port), '8080 @ src/config.ts:2');
  });
});

describe('the address it listens on', () => {
  const codes = (code: string, dependencies = {}) => {
    const facts = detected({
      'package.json': { dependencies },
      'package-lock.json': '{}',
      'server.js': code,
    });
    return [facts.warnings.map((warning) => warning.code), facts.details.startEnvironment];
  };
  const fastify = { fastify: '5' };
  it('loopback is warned about', () =>
    assert.deepEqual(codes("app.listen(3000, '127.0.0.1')"), [['BI106'], {}]));
  const configured = (more: Files) => {
    const facts = detected({
      'package.json': { dependencies: { config: '4' } },
      'package-lock.json': '{}',
      'server.js': "app.listen(config.get('server.port'), config.get('server.host'));",
      'config/default.json': '{ "server": {\n "host": "localhost",\n "port": 3000 } }',
      ...more,
    });
    return [
      facts.warnings.map(({ code, source }) => `${code} ${source}`),
      facts.details.startEnvironment,
      shown(facts.port),
    ];
  };
  it('loopback in the settings of the package config', () =>
    assert.deepEqual(configured({}), [['BI106 config/default.json:2'], {}, '3000 @ config/default.json:3']));
  it('which a variable corrects', () =>
    assert.deepEqual(
      configured({ 'config/custom-environment-variables.json': '{ "server": { "host": "APP_HOST" } }' }),
      [[], { APP_HOST: '0.0.0.0' }, '3000 @ config/default.json:3'],
    ));
  it('which the settings for production correct', () =>
    assert.deepEqual(configured({ 'config/production.yaml': 'server:\n  host: 0.0.0.0\n' }), [
      [],
      {},
      '3000 @ config/default.json:3',
    ]));
  it('a constant too', () =>
    assert.deepEqual(codes("const host = 'localhost';\napp.listen(3000, host)"), [['BI106'], {}]));
  it('a database on localhost is none', () =>
    assert.deepEqual(codes("const db = { host: 'localhost' };\napp.listen(3000)"), [[], {}]));
  it('the environment corrects it', () =>
    assert.deepEqual(codes("app.listen(3000, process.env.HOST || 'localhost')"), [[], { HOST: '0.0.0.0' }]));
  it('the environment corrects it, behind a call', () =>
    assert.deepEqual(codes("listen(3000, text(process.env.ACME_LISTENHOST) ?? 'localhost')"), [
      [],
      { ACME_LISTENHOST: '0.0.0.0' },
    ]));
  it('the environment corrects it, taken apart', () =>
    assert.deepEqual(codes("const { PORT = 3000, HOST = '127.0.0.1' } = process.env;"), [
      [],
      { HOST: '0.0.0.0' },
    ]));
  it('a database by the environment is none', () =>
    assert.deepEqual(codes("connect(process.env.DB_HOST || 'localhost');\napp.listen(3000)"), [[], {}]));
  it('the one with the name of the port', () =>
    assert.deepEqual(
      codes(
        "connect(process.env.MAIL_HOST || 'localhost');\nlisten(process.env.ACME_PORT || 3000, process.env.ACME_HOST || 'localhost')",
      ),
      [[], { ACME_HOST: '0.0.0.0' }],
    ));
  it('Fastify without a host', () =>
    assert.deepEqual(codes('app.listen({ port: 3000 })', fastify), [['BI106'], {}]));
  it('Fastify with one', () =>
    assert.deepEqual(codes("app.listen({ port: 3000, host: '0.0.0.0' })", fastify), [[], {}]));
});
