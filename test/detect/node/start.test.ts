import assert from 'node:assert/strict';
import { detected, shown, type Files } from './detected.js';

interface Expected {
  words: string;
  source?: string;
  entry?: string | null;
  environment?: Record<string, string>;
  warnings?: string[];
}

function starts(name: string, files: Files, expected: Expected): void {
  it(name, () => {
    const facts = detected(files);
    assert.equal(facts.details.startWords.join(' '), expected.words);
    if (expected.source !== undefined) assert.equal(facts.start?.source, expected.source);
    if (expected.entry !== undefined) assert.equal(facts.entry?.value ?? null, expected.entry);
    assert.deepEqual(facts.details.startEnvironment, expected.environment ?? {});
    assert.deepEqual(
      facts.warnings.map((warning) => warning.code),
      expected.warnings ?? [],
    );
  });
}

const lock = { 'package-lock.json': '{}' };
const scripts = (lines: Record<string, unknown>, more: object = {}): Files => ({
  ...lock,
  'package.json': { scripts: lines, ...more },
});
const server = { 'server.js': '' };
const tsc = {
  ...lock,
  'tsconfig.json': { compilerOptions: { outDir: 'dist', rootDir: 'src' } },
  'src/server.ts': '',
};

describe('the start command', () => {
  starts(
    'a script',
    { ...scripts({ start: 'node server.js' }), ...server },
    { words: 'node server.js', source: 'package.json:3', entry: 'server.js' },
  );
  starts(
    'a file without its ending',
    { ...scripts({ start: 'node server' }), ...server },
    { words: 'node server', entry: 'server.js' },
  );
  starts(
    'the main file',
    { ...scripts({ start: 'node .' }, { main: 'server.js' }), ...server },
    { words: 'node server.js', entry: 'server.js' },
  );
  starts(
    'main alone',
    { ...scripts({}, { main: 'server.js' }), ...server },
    { words: 'node server.js', source: 'package.json:3' },
  );
  starts(
    'no script: server.js as npm does',
    { ...scripts({}), ...server, 'index.js': '' },
    { words: 'node server.js', source: 'server.js' },
  );
  starts('no manifest', server, { words: 'node server.js', source: 'server.js' });
  starts(
    'a Procfile',
    {
      ...scripts({ start: 'node other.js' }),
      ...server,
      Procfile: 'worker: node w.js\nweb: node server.js --name web\n',
    },
    { words: 'node server.js --name web', source: 'Procfile:2' },
  );
  starts(
    'a Procfile that calls a script',
    { ...scripts({ start: 'node server.js' }), ...server, Procfile: 'web: npm start\n' },
    { words: 'node server.js', source: 'package.json:3' },
  );
  starts(
    'NODE_ENV is set anyway',
    { ...scripts({ start: 'NODE_ENV=production node server.js' }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'other settings',
    {
      ...scripts({ start: 'cross-env NODE_ENV=production NODE_OPTIONS=--no-warnings node server.js' }),
      ...server,
    },
    { words: 'node server.js', environment: { NODE_OPTIONS: '--no-warnings' } },
  );
  starts(
    'a secret is no setting',
    { ...scripts({ start: 'JWT_SECRET=x node server.js' }), ...server },
    { words: 'node server.js', warnings: ['BI150'] },
  );
  starts(
    'dotenv',
    { ...scripts({ start: 'dotenv -e .env.production -- node server.js' }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'nodemon',
    { ...scripts({ start: 'nodemon --watch src server.js' }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'pm2',
    { ...scripts({ start: 'pm2-runtime start server.js' }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'flags for development',
    { ...scripts({ start: 'node --watch --inspect=0.0.0.0 --env-file=.env server.js' }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'flags for production',
    { ...scripts({ start: 'node --max-old-space-size=512 -r ./apm.js server.js' }), ...server },
    { words: 'node --max-old-space-size=512 -r ./apm.js server.js', entry: 'server.js' },
  );
  starts(
    'scripts that call scripts',
    { ...scripts({ start: 'npm run serve -- --x', serve: 'yarn go', go: 'node server.js' }), ...server },
    { words: 'node server.js --x', source: 'package.json:5' },
  );
  starts(
    'scripts in a circle',
    { ...scripts({ start: 'npm run a', a: 'pnpm a' }), ...server },
    { words: 'node server.js', source: 'server.js' },
  );
  starts(
    'a build before the start',
    { ...scripts({ start: 'npm run build && node server.js', build: 'tsc' }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'a migration before the start',
    { ...scripts({ start: 'knex migrate:latest && node server.js' }), ...server },
    { words: 'node server.js', warnings: ['BI144'] },
  );
  starts(
    'a word in quotes',
    { ...scripts({ start: 'node server.js "two words"' }), ...server },
    { words: 'node server.js two words' },
  );
  starts(
    'a variable with a default',
    { ...scripts({ start: 'node server.js --port ${PORT:-8080}' }), ...server },
    { words: 'node server.js --port 8080' },
  );
  starts(
    'a variable that nobody sets',
    { ...scripts({ start: 'node server.js $MODE' }), ...server },
    { words: 'node server.js $MODE', warnings: ['BI149'] },
  );
  starts('a file that is not there', scripts({ start: 'node server.js' }), {
    words: 'node server.js',
    warnings: ['BI146'],
  });
  starts(
    'a built file',
    { ...scripts({ build: 'tsc', start: 'node dist/server.js' }), ...tsc },
    { words: 'node dist/server.js', entry: 'dist/server.js' },
  );
  starts(
    'tsx with a build',
    { ...scripts({ build: 'tsc', start: 'tsx src/server.ts' }), ...tsc },
    { words: 'node dist/server.js' },
  );
  starts(
    'ts-node with a build',
    { ...scripts({ build: 'tsc -p .', start: 'ts-node src/server.ts' }), ...tsc },
    { words: 'node dist/server.js' },
  );
  starts(
    'tsx in production',
    { ...scripts({ start: 'tsx src/server.ts' }, { dependencies: { tsx: '4' } }), ...tsc },
    { words: 'node --import tsx src/server.ts' },
  );
  starts(
    'tsx for development alone',
    { ...scripts({ start: 'tsx src/server.ts' }, { devDependencies: { tsx: '4' } }), ...tsc },
    { words: 'node --import tsx src/server.ts', warnings: ['BI145'] },
  );
  starts(
    'Qwik, whose server loads a development dependency',
    {
      ...scripts(
        { build: 'qwik build', serve: 'node server/entry.express' },
        { devDependencies: { '@builder.io/qwik-city': '1', undici: '*' } },
      ),
      'adapters/express/vite.config.ts': '',
    },
    { words: 'node server/entry.express', warnings: ['BI145'] },
  );
  starts(
    'TypeScript by node itself',
    { ...scripts({ start: 'node src/server.ts' }), ...tsc },
    { words: 'node src/server.ts' },
  );
  starts(
    'a bundler writes flat',
    {
      ...scripts({ build: 'tsup src/server.ts', dev: 'tsx watch src/server.ts' }),
      ...lock,
      'src/server.ts': '',
    },
    { words: 'node dist/server.js' },
  );
  starts(
    'Nest says production apart',
    {
      ...scripts(
        { build: 'nest build', start: 'nest start', 'start:prod': 'node dist/main' },
        { dependencies: { '@nestjs/core': '11' } },
      ),
    },
    { words: 'node dist/main' },
  );
  starts(
    'Nest without it',
    scripts({ build: 'nest build', start: 'nest start' }, { dependencies: { '@nestjs/core': '11' } }),
    { words: 'node dist/main.js' },
  );
  starts('Next.js', scripts({ build: 'next build', start: 'next start' }, { dependencies: { next: '16' } }), {
    words: 'node node_modules/next/dist/bin/next start',
    entry: '.next',
    warnings: ['BI184'],
  });
  starts(
    'Next.js without a build script',
    scripts({ start: 'next start' }, { dependencies: { next: '16' } }),
    {
      words: 'node node_modules/next/dist/bin/next start',
      entry: '.next',
      warnings: ['BI184'],
    },
  );
  starts(
    'a server of what nothing builds',
    scripts(
      { start: 'react-router-serve build/server/index.js' },
      { dependencies: { '@react-router/serve': '7' } },
    ),
    {
      words: 'node node_modules/@react-router/serve/bin.js build/server/index.js',
      warnings: ['BI148'],
    },
  );
  starts('Nuxt', scripts({ build: 'nuxt build', dev: 'nuxt dev' }, { dependencies: { nuxt: '4' } }), {
    words: 'node .output/server/index.mjs',
  });
  starts(
    'a single-page app has no program',
    {
      ...scripts(
        { build: 'react-scripts build', start: 'react-scripts start' },
        { dependencies: { 'react-scripts': '5' } },
      ),
      'src/index.js': '',
    },
    { words: '' },
  );
  const several = { serve: 'node server.js', css: 'tailwindcss -w', build: 'tsc' };
  starts(
    'scripts one after the other',
    { ...scripts({ start: 'run-s build serve', ...several }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'scripts side by side',
    { ...scripts({ start: 'npm-run-all --parallel css serve', ...several }), ...server },
    { words: 'node server.js' },
  );
  starts(
    'commands side by side',
    { ...scripts({ start: 'concurrently -k "npm:css" "node server.js --x"', ...several }), ...server },
    { words: 'node server.js --x' },
  );
  starts(
    'another program beside it',
    {
      ...scripts({ start: 'run-p start:*', 'start:server': 'node server.js', 'start:jobs': 'node jobs.js' }),
      ...server,
    },
    { words: 'node server.js', warnings: ['BI160'] },
  );
  starts(
    'a web process and its jobs',
    {
      ...scripts({ start: 'run-p start:*', 'start:jobs': 'node jobs.js', 'start:web': 'node web.js' }),
      'web.js': '',
      'jobs.js': '',
    },
    { words: 'node web.js', warnings: ['BI160'] },
  );
  starts(
    "PM2's own file",
    {
      ...scripts({ start: 'pm2-runtime start ecosystem.config.js --env production' }),
      ...server,
      'ecosystem.config.js':
        "module.exports = { apps: [{ script: './server.js', args: '--x 1', env: { A: 1, B: 2 }, env_production: { B: 'c' } }, { script: 'jobs.js', env: { D: 1 } }] };",
    },
    { words: 'node server.js --x 1', environment: { A: '1', B: 'c' }, warnings: ['BI160'] },
  );
  starts(
    'functions of the framework',
    {
      ...scripts({}, { main: 'index.js', dependencies: { '@google-cloud/functions-framework': '3' } }),
      'index.js': "const functions = require('x');\nfunctions.http('hello', (q, r) => r.end());",
    },
    {
      words: 'node node_modules/@google-cloud/functions-framework/build/src/main.js --target=hello',
      source: 'index.js:2',
    },
  );
  starts(
    'functions that a compiler made, under its mark',
    {
      ...scripts({ build: 'tsc' }, { dependencies: { '@google-cloud/functions-framework': '3' } }),
      'function.js': 'exports.__esModule = true;\nexports.hello = (q, r) => r.end();',
    },
    { words: 'node node_modules/@google-cloud/functions-framework/build/src/main.js --target=hello' },
  );
  starts(
    'functions that are compiled',
    {
      ...scripts(
        { build: 'tsc' },
        { main: 'build/src/index.js', dependencies: { '@google-cloud/functions-framework': '3' } },
      ),
      'tsconfig.json': { compilerOptions: { outDir: 'build', rootDir: '.' } },
      'src/index.ts': "functions.http('hello', (q, r) => r.end());",
    },
    {
      words: 'node node_modules/@google-cloud/functions-framework/build/src/main.js --target=hello',
      source: 'src/index.ts:1',
    },
  );
  starts(
    'what the compiler writes beside the source',
    { ...scripts({ build: 'tsc -p .' }), 'tsconfig.json': {}, 'server.ts': "import * as x from 'x';" },
    { words: 'node server.js', entry: 'server.js' },
  );
  starts(
    'what an install script writes beside the source',
    { ...scripts({ postinstall: 'tsc', start: 'node server.js' }), 'tsconfig.json': {}, 'server.ts': '' },
    { words: 'node server.js', entry: 'server.js' },
  );
  starts(
    'what an install script makes, nobody knows how',
    scripts({ postinstall: 'gulp', start: 'node out/server.js' }),
    { words: 'node out/server.js' },
  );
  starts(
    'a source that a loader starts, whatever the compiler writes beside it',
    {
      ...scripts({ build: 'tsc', start: 'tsx server.ts' }, { dependencies: { tsx: '4' } }),
      'tsconfig.json': {},
      'server.ts': '',
    },
    { words: 'node --import tsx server.ts' },
  );
  for (const base of ['./base.json', '@tsconfig/bun/tsconfig.json'])
    starts(
      `a source that a compiler only checks, as ${base} says`,
      {
        ...scripts({ build: 'tsc' }),
        'tsconfig.json': { extends: base },
        'base.json': { compilerOptions: { noEmit: true } },
        'server.ts': '',
      },
      { words: 'node server.ts', entry: 'server.ts' },
    );
  starts(
    'a source that a compiler only checks',
    {
      ...scripts({ build: 'tsc' }),
      'tsconfig.json': { compilerOptions: { noEmit: true } },
      'server.ts': '',
    },
    { words: 'node server.ts', entry: 'server.ts' },
  );
  starts(
    'the only program at the root',
    { ...scripts({}), 'bot.js': 'client.login(token)', 'jest.config.js': '' },
    { words: 'node bot.js', source: 'bot.js' },
  );
  starts(
    'the only script at the root, which serves nothing',
    { ...scripts({}), 'seed.js': 'fill()' },
    { words: '', warnings: ['BI147'] },
  );
  starts(
    'one of several programs',
    { ...scripts({}), 'a.js': '', 'b.js': '' },
    { words: '', warnings: ['BI147'] },
  );
  starts(
    'a server that has to be told where to listen',
    scripts({ start: 'json-server db.json' }, { dependencies: { 'json-server': '1' } }),
    { words: 'node node_modules/json-server/lib/bin.js db.json --host 0.0.0.0' },
  );
  starts(
    'a program of a dependency that listens on loopback',
    scripts({ start: 'verdaccio --config ./config.yaml' }, { dependencies: { verdaccio: '6' } }),
    { words: 'node node_modules/verdaccio/bin/verdaccio --config ./config.yaml --listen 0.0.0.0:4873' },
  );
  for (const build of ['remix build', 'npm run build:css && vite build', 'prisma generate && next build'])
    starts(
      `a server that is loaded as it is, beside ${build}`,
      {
        ...lock,
        'package.json': {
          dependencies: { tsx: '4', express: '5' },
          scripts: { build, 'build:css': 'postcss a.css -o b.css', start: 'tsx server.ts' },
        },
        'server.ts': '',
      },
      { words: 'node --import tsx server.ts', entry: 'server.ts' },
    );
  starts(
    'a package whose program is a script of a shell',
    {
      ...lock,
      'package.json': { main: 'lib/main.js', bin: 'bin/control.sh' },
      'lib/main.js': 'server.listen(80);',
      'bin/control.sh': '#!/bin/sh\nexport HOME=/\n',
    },
    { words: 'node lib/main.js' },
  );
  starts(
    'a file that a bundling script of the project writes',
    scripts({ start: 'node dist/server.mjs', build: 'next build && node bundle.mjs -o dist/server.mjs' }),
    { words: 'node dist/server.mjs' },
  );
  starts(
    'a runner of tasks, beside what the build makes',
    {
      ...tsc,
      'package.json': { main: 'src/server.ts', scripts: { start: 'nps', build: 'tsc' } },
    },
    { words: 'node dist/server.js' },
  );
  starts(
    'a server that is compiled after the pages',
    {
      ...scripts(
        { build: 'next build && tsc -p tsconfig.server.json', start: 'node dist/server.js' },
        { dependencies: { next: '15' } },
      ),
      'tsconfig.server.json': { compilerOptions: { outDir: 'dist' } },
      'server.ts': '',
    },
    { words: 'node dist/server.js' },
  );
  starts(
    "PM2's own options",
    { ...scripts({ start: 'pm2 start server.js --no-daemon -i 2 -- --x' }), ...server },
    { words: 'node server.js --x' },
  );
  starts(
    'an address that nobody reaches',
    scripts({ build: 'next build', start: 'next start -H localhost' }, { dependencies: { next: '15' } }),
    { words: 'node node_modules/next/dist/bin/next start -H localhost', warnings: ['BI106', 'BI184'] },
  );
  starts(
    "PM2's own file",
    {
      ...scripts({ start: 'pm2-runtime start ecosystem.config.js' }),
      'ecosystem.config.js': "module.exports = { apps: [{ name: 'x', script: './bin/api.js' }] };",
      'bin/api.js': '',
    },
    { words: 'node bin/api.js' },
  );
  starts(
    'a shell script that lists commands',
    {
      ...scripts({ start: 'sh ./start.sh' }),
      ...server,
      'start.sh': '#!/bin/sh\nset -e\nnpx prisma migrate deploy\nPORT=8080 exec node \\\n  server.js\n',
    },
    { words: 'node server.js', warnings: ['BI144'] },
  );
  starts(
    'a shell script that decides',
    { ...scripts({ start: './start.sh' }), ...server, 'start.sh': 'if [ "$X" ]; then\nnode other.js\nfi\n' },
    { words: 'node server.js', source: 'server.js' },
  );
  starts(
    'what no image has',
    { ...scripts({ start: 'docker compose up' }), ...server },
    { words: 'node server.js', source: 'server.js' },
  );
  starts(
    'a source that the build compiles',
    {
      ...scripts(
        { start: 'node bin/server.js', build: 'node ace build' },
        { dependencies: { '@adonisjs/core': '6' } },
      ),
      'bin/server.ts': '',
      'tsconfig.json': { compilerOptions: { rootDir: './', outDir: './build' } },
    },
    { words: 'node build/bin/server.js', environment: { HOST: '0.0.0.0' }, warnings: ['BI176'] },
  );
  starts(
    'a server that lay elsewhere in earlier releases',
    {
      ...scripts({ start: 'json-server db.json' }, { dependencies: { 'json-server': '^0.17.4' } }),
    },
    { words: 'node node_modules/json-server/lib/cli/bin.js db.json --host 0.0.0.0' },
  );
  starts(
    'Fastify by its own command',
    { ...scripts({ start: 'fastify start app.js' }, { dependencies: { 'fastify-cli': '8' } }), 'app.js': '' },
    {
      words: 'node node_modules/fastify-cli/cli.js start app.js',
      environment: { FASTIFY_ADDRESS: '0.0.0.0' },
    },
  );
  starts(
    'Angular with a server',
    {
      ...scripts(
        { start: 'ng serve', build: 'ng build' },
        { dependencies: { '@angular/ssr': '20', express: '5' } },
      ),
      'angular.json': {
        projects: {
          shop: {
            architect: {
              build: {
                builder: '@angular/build:application',
                options: { outputMode: 'server', ssr: { entry: 'src/server.ts' } },
              },
            },
          },
        },
      },
    },
    { words: 'node dist/shop/server/server.mjs' },
  );
  starts(
    'SvelteKit in a folder of its own',
    {
      ...scripts(
        { build: 'vite build' },
        { devDependencies: { '@sveltejs/kit': '2', '@sveltejs/adapter-node': '5' } },
      ),
      'svelte.config.js': "adapter({ out: 'out' })",
    },
    { words: 'node out/index.js' },
  );
  starts(
    'TypeScript that only a loader can run',
    {
      ...scripts({}, { devDependencies: { tsx: '4' } }),
      'src/main.ts': "import { app } from './app';",
      'src/app.ts': 'app.listen(3000)',
    },
    { words: 'node --import tsx src/main.ts', warnings: ['BI145'] },
  );
  starts(
    'TypeScript that nothing at hand can run',
    { ...scripts({}), 'src/main.ts': "import { app } from './api';", 'src/api.ts': 'app.listen(3000)' },
    { words: '', warnings: ['BI147'] },
  );
  starts(
    'a program of the system',
    { ...scripts({ start: './caddy run' }), ...server },
    { words: 'node server.js', source: 'server.js' },
  );
  starts(
    'what it builds first by a script of its own',
    {
      ...scripts({ start: 'npm run build:ts && node dist/app.js', 'build:ts': 'tsc' }),
      'tsconfig.json': { compilerOptions: { outDir: 'dist' } },
      'app.ts': '',
    },
    { words: 'node dist/app.js', entry: 'dist/app.js' },
  );
  starts(
    'what it compiles first',
    {
      ...scripts({ start: 'tsc -p . && node dist/app.js' }, { devDependencies: { typescript: '5' } }),
      'tsconfig.json': { compilerOptions: { outDir: 'dist' } },
      'app.ts': '',
    },
    { words: 'node dist/app.js', entry: 'dist/app.js' },
  );
  starts(
    'the folder that the build writes to',
    {
      ...scripts({ start: 'node lib/', compile: 'shx rm -rf lib/ && tsc' }),
      'tsconfig.json': { compilerOptions: { outDir: './lib', rootDir: './src' } },
      'src/index.ts': '',
    },
    { words: 'node lib/', entry: 'lib' },
  );
  starts(
    'a task runner',
    { ...scripts({ start: 'grunt dev' }), ...server },
    { words: 'node server.js', source: 'server.js' },
  );
  starts(
    "Nx's own project",
    {
      ...scripts({ start: 'nx serve', build: 'nx build' }, { devDependencies: { nx: '20' } }),
      'nx.json': {},
      'project.json': {
        targets: { build: { executor: '@nx/webpack:webpack', options: { outputPath: 'dist/api' } } },
      },
      'src/main.ts': '',
    },
    { words: 'node dist/api/main.js' },
  );
  starts('a script that is a number', { ...scripts({ start: 7 }), ...server }, { words: 'node server.js' });
  starts(
    'a script with a line break',
    { ...scripts({ start: 'node setup.js\nnode server.js' }), ...server },
    { words: 'node server.js', warnings: ['BI144'] },
  );
  starts(
    'a tool of development dependencies stays',
    scripts(
      { build: 'vite build', start: 'srvx --prod -s ../client dist/server/server.js' },
      { devDependencies: { srvx: '0.10', vite: '7' } },
    ),
    {
      words: 'node node_modules/srvx/bin/srvx.mjs --prod -s ../client dist/server/server.js',
      entry: 'dist/server/server.js',
      warnings: ['BI145'],
    },
  );
  starts(
    'an unknown tool of development dependencies stays',
    scripts({ start: 'acme up' }, { devDependencies: { '@acme/cli': '1' } }),
    { words: 'acme up', warnings: ['BI145'] },
  );
  for (const start of [
    'npx acme-serve',
    'pnpx srvx',
    'serve dist',
    'pnpm --filter ./api start',
    'yarn --cwd x start',
  ])
    starts(
      `what no dependency brings: ${start}`,
      { ...scripts({ start }), ...server },
      { words: 'node server.js' },
    );
  starts(
    'Nuxt 2',
    scripts({ start: 'nuxt start', build: 'nuxt build' }, { dependencies: { nuxt: '^2.15' } }),
    {
      words: 'node node_modules/nuxt/bin/nuxt.js start',
      entry: null,
      environment: { HOST: '0.0.0.0' },
    },
  );
  starts(
    'Nuxt 2 with the bridge to 3',
    scripts(
      { start: 'nuxi preview', build: 'nuxi build' },
      { devDependencies: { nuxt: '^2.15', '@nuxt/bridge': '3' } },
    ),
    { words: 'node .output/server/index.mjs' },
  );
  starts(
    'what a program of its own builds, nobody knows where',
    scripts(
      { build: 'vite build && node ./build.js', start: 'node build/server.js' },
      { devDependencies: { vite: '7' } },
    ),
    { words: 'node build/server.js' },
  );
  starts(
    'a build tool that watches is no program',
    scripts({ dev: 'npm run x', x: 'webpack --watch' }, { dependencies: { webpack: '5' } }),
    { words: '', warnings: ['BI147'] },
  );
  starts(
    'what the start in production would build first',
    {
      ...tsc,
      'package.json': { scripts: { 'prestart:prod': 'tsc', 'start:prod': 'node dist/server.js' } },
    },
    { words: 'node dist/server.js', warnings: [] },
  );
  for (const dev of ['acme dev', 'deno run -A server.ts'])
    starts(
      `what only serves in development, or elsewhere: ${dev}`,
      scripts({ dev }, { dependencies: { acme: '1', deno: '2' } }),
      {
        words: '',
        warnings: ['BI147'],
      },
    );
  starts(
    'what one of several scripts compiles',
    {
      ...tsc,
      'package.json': {
        scripts: {
          build: 'run-s build:*',
          'build:pages': 'next build',
          'build:server': 'tsc',
          'start:server': 'node dist/server.js',
        },
        dependencies: { express: '5' },
      },
    },
    { words: 'node dist/server.js' },
  );
  starts(
    'a worker, where nothing serves',
    { ...scripts({ worker: 'node jobs/run.js' }), 'jobs/run.js': '' },
    { words: 'node jobs/run.js' },
  );
  starts('nothing at all', { 'package.json': {} }, { words: '', warnings: ['BI147'] });
});

describe('facts of a static site', () => {
  it('names its folder, no port and no program', () => {
    const facts = detected({
      ...scripts({ build: 'vite build', dev: 'vite' }, { devDependencies: { vite: '7' } }),
      'index.html': '',
    });
    assert.equal(shown(facts.entry), 'dist @ package.json:7');
    assert.equal(shown(facts.details.staticSite ?? null), 'dist @ package.json:7');
    assert.equal(facts.port, null);
    assert.equal(facts.start, null);
  });
});
