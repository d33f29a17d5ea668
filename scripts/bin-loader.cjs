#!/usr/bin/env node
// Runs program.cjs from V8's code cache, where the Node.js that runs is the one that wrote it: reading the program
// anew takes longer than most of what it does. Any other Node.js finds the cache unfit and reads the program.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const file = join(__dirname, 'program.cjs');

const script = new vm.Script(
  `(function (require, importModule, __filename) {${readFileSync(file, 'utf8')}\n})`,
  {
    filename: file,
    cachedData: codeCache(),
  },
);

function codeCache() {
  try {
    return readFileSync(join(__dirname, 'program.cache'));
  } catch {
    return undefined;
  }
}

function run() {
  // A script from the cache has no import() of its own.
  script.runInThisContext()(require, (name) => import(name), file);
}

if (require.main === module) run();
else module.exports = { script, run };
