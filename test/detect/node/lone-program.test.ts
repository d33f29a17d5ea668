import assert from 'node:assert/strict';
import { isLoneProgram } from '../../../src/detect/node/lone-program.js';
import { memoryProject } from '../../../src/project/memory-view.js';

const server = "const http = require('http');\nhttp.createServer(answer).listen(3000);\n";

describe('node: a program without a manifest', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
    ['a server', { 'server.js': server }, true],
    ['as a module', { 'index.mjs': "import { run } from './lib/run.mjs';\nrun();\n" }, true],
    ['a line of output', { 'app.js': 'console.log(1);\n' }, true],
    ['with files of its own', { 'index.js': `require('./lib/a');\n${server}`, 'lib/a.js': '' }, true],
    ['that needs a package', { 'index.js': `require('express');\n${server}` }, false],
    [
      'whose file needs a package',
      { 'index.js': `require('./lib/a');\n${server}`, 'lib/a.js': 'require("pg");\n' },
      false,
    ],
    ['that only gives to others', { 'index.js': 'module.exports = (a) => a + 1;\n' }, false],
    ['a function of a platform', { 'index.js': 'exports.handler = async () => ({});\n' }, false],
    ['of a browser', { 'app.js': 'document.title = "x";\nconsole.log(1);\n' }, false],
    ['by another name', { 'tool.js': server }, false],
    ['below the root', { 'lib/server.js': server }, false],
  ];
  for (const [name, files, expected] of cases)
    it(name, () => assert.equal(isLoneProgram(memoryProject(files)), expected));
});
