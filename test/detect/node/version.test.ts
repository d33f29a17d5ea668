import assert from 'node:assert/strict';
import { detected, shown, type Files } from './detected.js';

const manifest = { name: 'x', engines: { node: '>=20' } };

function states(name: string, files: Files, version: string | null, warnings: string[] = []): void {
  it(name, () => {
    const facts = detected({ 'index.js': '', ...files });
    assert.equal(shown(facts.version), version);
    assert.deepEqual(
      facts.warnings.map((warning) => warning.code),
      warnings,
    );
  });
}

describe('the version of Node.js', () => {
  states('nobody states it', { 'package.json': {} }, null);
  states('engines', { 'package.json': manifest }, '>=20 @ package.json:4');
  states(
    'engines before a comparison with a blank',
    { 'package.json': { engines: { node: '>= 20.4.0' } } },
    '>= 20.4.0 @ package.json:3',
  );
  const sqlite = (range: string, more: object = {}) => ({
    'package-lock.json': '{ "packages": {} }',
    'package.json': {
      dependencies: { 'better-sqlite3': range },
      scripts: { start: 'node index.js' },
      ...more,
    },
  });
  states('an add-on that fails on the newest line', sqlite('^12.8.0'), '22 @ package.json:3', ['BI192']);
  states(
    'the same where any would do',
    sqlite('12.8.0', { engines: { node: '>=20' } }),
    '22 @ package.json:3',
    ['BI192'],
  );
  states('the same where the line is stated', { ...sqlite('^12.8.0'), '.nvmrc': '24' }, '24 @ .nvmrc:1', [
    'BI192',
  ]);
  states('the same on an older line', { ...sqlite('^12.8.0'), '.nvmrc': '22' }, '22 @ .nvmrc:1');
  states(
    'the same, brought by another package',
    {
      'package.json': {
        dependencies: { '@prisma/adapter-better-sqlite3': '^7.0.0' },
        scripts: { start: 'node .' },
      },
      'index.js': '',
      'package-lock.json': '{ "packages": {} }',
    },
    '22 @ package.json:3',
    ['BI192'],
  );
  states('its release that does not', sqlite('^13.0.0'), null);
  states('.nvmrc', { 'package.json': {}, '.nvmrc': 'v22.1.0\n' }, '22.1.0 @ .nvmrc:1');
  states('.nvmrc with a comment', { 'package.json': {}, '.nvmrc': '# for us\n22 # LTS\n' }, '22 @ .nvmrc:2');
  states('.nvmrc with a code name', { 'package.json': {}, '.nvmrc': 'lts/jod' }, '22 @ .nvmrc:1');
  states('.nvmrc with whatever is current', { 'package.json': {}, '.nvmrc': 'lts/*' }, '* @ .nvmrc:1');
  states('.nvmrc before engines', { 'package.json': manifest, '.nvmrc': '24' }, '24 @ .nvmrc:1');
  states('.nvmrc against engines', { 'package.json': manifest, '.nvmrc': '18' }, '18 @ .nvmrc:1', ['BI141']);
  states('.node-version', { 'package.json': {}, '.node-version': '22.9.0' }, '22.9.0 @ .node-version:1');
  states('volta', { 'package.json': { volta: { node: '20.11.1' } } }, '20.11.1 @ package.json:3');
  states(
    '.tool-versions',
    { 'package.json': {}, '.tool-versions': 'python 3.13\nnodejs 22.4.0\n' },
    '22.4.0 @ .tool-versions:2',
  );
  states('mise.toml', { 'package.json': {}, 'mise.toml': '[tools]\nnode = "24"\n' }, '24 @ mise.toml:2');
  states(
    'mise with a list',
    { 'package.json': {}, 'mise.toml': '[tools]\nnode = ["24", "22"]\n' },
    '24 @ mise.toml:2',
  );
  states(
    'mise in .config',
    { 'package.json': {}, '.config/mise.toml': '[tools]\nnode = "24"\n' },
    '24 @ .config/mise.toml:2',
  );
  states(
    'devEngines',
    { 'package.json': { devEngines: { runtime: { name: 'node', version: '^24' } } } },
    '^24 @ package.json:5',
  );
  states(
    'devEngines as a list',
    { 'package.json': { devEngines: { runtime: [{ name: 'bun' }, { name: 'node', version: '24' }] } } },
    '24 @ package.json:9',
  );
  states('an unknown word', { 'package.json': manifest, '.nvmrc': 'lts/unheard' }, '>=20 @ package.json:4', [
    'BI140',
  ]);
  states('a line break in engines', { 'package.json': { engines: { node: '20\nRUN id' } } }, null, ['BI140']);
  states('engines as a list', { 'package.json': { engines: ['node'] } }, null);
  states('engines as a number', { 'package.json': { engines: { node: 20 } } }, null);
  const locked = (node: string) => ({
    'package.json': { dependencies: { next: '15' } },
    'package-lock.json': { packages: { 'node_modules/next': { engines: { node } } } },
  });
  states("the framework's engines", locked('^18 || ^20'), '^18 || ^20 @ package-lock.json:5', ['BI184']);
  states("the framework's engines that any release meets", locked('>= 0.10.0'), null, ['BI184']);
});
