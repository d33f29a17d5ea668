import assert from 'node:assert/strict';
import { InputError } from '../../../src/errors.js';
import { detected, type Files } from './detected.js';

const lock = { 'package-lock.json': '{}' };

function refuses(name: string, files: Files, expected: RegExp): void {
  it(name, () => {
    assert.throws(
      () => detected({ ...lock, ...files }),
      (error) => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, expected);
        return true;
      },
    );
  });
}

function manifest(devDependencies: object, more: object = {}): Files {
  return { 'package.json': { devDependencies, ...more } };
}

describe('what serves nothing', () => {
  refuses(
    'a desktop app',
    { ...manifest({ electron: '30' }, { main: 'main.js', scripts: { start: 'electron .' } }), 'main.js': '' },
    /^package\.json:3: .*Electron/,
  );
  refuses(
    'a mobile app',
    { ...manifest({ 'react-native': '0.76' }, { scripts: { start: 'react-native start' } }), 'index.js': '' },
    /React Native/,
  );
  refuses(
    'a mobile app without pages',
    manifest({ expo: '52' }, { main: 'expo-router/entry', scripts: { start: 'expo start' } }),
    /Expo/,
  );
  refuses(
    'an extension of an editor',
    manifest({}, { main: 'out/main.js', engines: { vscode: '^1.80.0' } }),
    /editor/,
  );
  refuses(
    'a Meteor app',
    { ...manifest({}, { scripts: { start: 'meteor run' } }), '.meteor/release': 'METEOR@3.0' },
    /^\.meteor\/release: .*Meteor/,
  );
  refuses(
    'SvelteKit for a platform',
    manifest({ '@sveltejs/kit': '2', '@sveltejs/adapter-vercel': '5' }, { scripts: { build: 'vite build' } }),
    /adapter/,
  );
  refuses(
    'Astro for a platform',
    {
      ...manifest(
        {},
        { dependencies: { astro: '5', '@astrojs/vercel': '8' }, scripts: { build: 'astro build' } },
      ),
      'astro.config.mjs': "export default { output: 'server' }",
    },
    /adapter/,
  );
  refuses(
    'a compiler that no Node.js of today loads',
    manifest(
      { 'node-sass': '^7.0.0', webpack: '5' },
      { scripts: { build: 'webpack', start: 'node server.js' } },
    ),
    /^package\.json:3: node-sass/,
  );
  refuses(
    'functions that Architect deploys',
    manifest({ '@architect/architect': '11' }, { scripts: { start: 'arc sandbox' } }),
    /Architect/,
  );
  refuses(
    'Astro with a page for a platform',
    {
      ...manifest(
        {},
        { dependencies: { astro: '5', '@deno/astro-adapter': '0.3' }, scripts: { build: 'astro build' } },
      ),
      'src/pages/api/now.ts': 'export const prerender = false;\nexport const GET = () => new Response();',
    },
    /@deno\/astro-adapter|built for a platform/,
  );
  for (const build of ['NITRO_PRESET=vercel nuxt build', 'nuxt build --preset=vercel'])
    refuses(
      `Nuxt for a platform: ${build}`,
      manifest({}, { dependencies: { nuxt: '4' }, scripts: { build } }),
      /^package\.json:\d+: this is built for vercel/,
    );
  refuses(
    'Astro that leaves the server to the app',
    {
      ...manifest(
        {},
        { dependencies: { astro: '5', '@astrojs/node': '9' }, scripts: { build: 'astro build' } },
      ),
      'astro.config.mjs': "export default { adapter: node({\n mode: 'middleware' }) }",
    },
    /^astro\.config\.mjs:2: .*middleware/,
  );
  refuses(
    'Qwik without a server',
    manifest({ '@builder.io/qwik-city': '1', vite: '5' }, { scripts: { build: 'qwik build' } }),
    /Qwik/,
  );
  refuses(
    'Qwik for a platform',
    {
      ...manifest({ '@builder.io/qwik-city': '1', vite: '5' }, { scripts: { build: 'qwik build' } }),
      'adapters/cloudflare-pages/vite.config.ts': '',
    },
    /Qwik/,
  );
  refuses(
    'Expo with a server',
    {
      ...manifest({}, { dependencies: { expo: '53', 'react-native-web': '0.20' } }),
      'app.json': '{ "expo": {\n "web": { "output": "server" } } }',
    },
    /^app\.json:2: .*Expo app with a server/,
  );
  refuses(
    'TanStack Start without a server',
    manifest(
      { vite: '7' },
      { dependencies: { '@tanstack/react-start': '1' }, scripts: { build: 'vite build' } },
    ),
    /TanStack/,
  );
  refuses(
    'a Worker',
    {
      ...manifest({ wrangler: '4' }, { scripts: { start: 'wrangler dev' } }),
      'wrangler.jsonc': '{\n  "main": "src/index.js"\n}',
      'src/index.js': '',
    },
    /^wrangler\.jsonc:2: .*Worker/,
  );
  refuses(
    'a Worker that only its scripts tell',
    {
      ...manifest({ wrangler: '4' }, { scripts: { dev: 'wrangler dev src/index.tsx' } }),
      'src/index.tsx': '',
    },
    /^package\.json:\d+: .*Worker of Cloudflare/,
  );
  refuses(
    'functions',
    { ...manifest({}, { scripts: { start: 'serverless offline' } }), 'serverless.yml': '', 'handler.js': '' },
    /^serverless\.yml: .*functions/,
  );
  const kinds: readonly (readonly [string, Files, RegExp])[] = [
    ['Firebase', manifest({ 'firebase-functions': '6' }, { main: 'index.js' }), /functions for Firebase/],
    ['Vercel', { ...manifest({}), 'api/a.js': '', 'vercel.json': '{}' }, /^vercel\.json: .*for Vercel/],
    [
      'Netlify',
      {
        ...manifest({ 'netlify-cli': '17' }, { scripts: { start: 'netlify dev' } }),
        'netlify/functions/a.js': '',
      },
      /^package\.json:3: .*for Netlify/,
    ],
    ['SST', { ...manifest({}, { scripts: { start: 'sst dev' } }), 'sst.config.ts': '' }, /SST/],
    ['Redwood', manifest({ '@redwoodjs/core': '8' }), /Redwood/],
    ['Hugo', manifest({ 'hugo-bin': '1' }, { scripts: { start: 'hugo server' } }), /Hugo/],
    ['NW.js', manifest({ nw: '0.90' }, { main: 'index.html', scripts: { start: 'nw .' } }), /NW\.js/],
    [
      'an extension for browsers',
      manifest({ 'web-ext': '8' }, { scripts: { start: 'web-ext run' } }),
      /browsers/,
    ],
    ['a plug-in', { ...manifest({ obsidian: '1' }), 'main.ts': 'export default class A {}' }, /Obsidian/],
    [
      'tests',
      manifest({ '@playwright/test': '1' }, { scripts: { test: 'playwright test' } }),
      /suite of tests/,
    ],
    [
      'SvelteKit without an adapter',
      manifest({ '@sveltejs/kit': '2' }, { scripts: { build: 'vite build' } }),
      /without an adapter/,
    ],
  ];
  for (const [name, files, expected] of kinds) refuses(name, files, expected);
  const nuxt = {
    dependencies: { nuxt: '4' },
    scripts: { build: 'nuxt build', start: 'node .output/server/index.mjs' },
  };
  refuses(
    'Nuxt for a platform',
    { ...manifest({}, nuxt), 'nuxt.config.ts': "export default {\n nitro: { preset: 'vercel' } }" },
    /^nuxt\.config\.ts:2: .*built for vercel/,
  );
  refuses(
    'SolidStart for a platform',
    {
      ...manifest({}, { dependencies: { '@solidjs/start': '1' }, scripts: { build: 'vinxi build' } }),
      'app.config.ts': "export default defineConfig({ server: { preset: 'netlify' } })",
    },
    /^app\.config\.ts:1: .*built for netlify/,
  );
  refuses(
    'a library',
    { ...manifest({}, { main: 'index.js' }), 'index.js': '// adds\nmodule.exports = (a, b) => a + b;\n' },
    /^index\.js:2: .*only exports/,
  );
  refuses(
    'a function that a platform calls',
    { ...manifest({}, { main: 'index.js' }), 'index.js': 'exports.handler = async () => ({});' },
    /only exports/,
  );
  refuses(
    'an app without a server',
    {
      ...manifest({}, { dependencies: { express: '5' } }),
      'index.js':
        "const app = require('express')();\napp.get('/', (q, r) => r.end());\nmodule.exports = app;",
    },
    /^index\.js:3: /,
  );
});

describe('what nobody said how to start, and what runs', () => {
  function starts(name: string, files: Files, words: string): void {
    it(name, () => assert.equal(detected({ ...lock, ...files }).details.startWords.join(' '), words));
  }
  const main = manifest({}, { main: 'index.js' });
  starts(
    'a server that also exports',
    { ...main, 'index.js': 'module.exports = app.listen(3000);' },
    'node index.js',
  );
  starts(
    'a server behind an import',
    { ...main, 'index.js': "module.exports = require('./app');", 'app.js': 'app.listen(3000)' },
    'node index.js',
  );
  starts(
    'a bot',
    { ...main, 'index.js': 'client.login(process.env.TOKEN);\nmodule.exports = client;' },
    'node index.js',
  );
  starts(
    'a program of a package',
    { ...manifest({}, { main: 'lib.js', bin: 'cli.js' }), 'lib.js': 'module.exports = 1', 'cli.js': 'run()' },
    'node cli.js',
  );
  starts(
    'a desktop app with a server of its own',
    { ...manifest({ electron: '30' }, { scripts: { start: 'node server.js' } }), 'server.js': '' },
    'node server.js',
  );
  starts(
    'functions beside a framework',
    {
      ...manifest(
        {},
        { dependencies: { nuxt: '4', 'firebase-functions': '6' }, scripts: { build: 'nuxt build' } },
      ),
      'nuxt.config.ts': "export default { nitro: { preset: 'node-server' } }",
    },
    'node .output/server/index.mjs',
  );
  starts(
    'tests beside a server',
    { ...manifest({ cypress: '13' }), 'server.js': 'app.listen(3000)' },
    'node server.js',
  );
  starts(
    'functions with a server of their own',
    { ...manifest({}, { scripts: { start: 'node server.js' } }), 'serverless.yml': '', 'server.js': '' },
    'node server.js',
  );
});
