#!/usr/bin/env node
// Runs program.cjs from V8's code cache, where the Node.js that runs is the one that wrote it: reading the program
// anew takes longer than most of what it does. Any other Node.js finds the cache unfit and reads the program.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const file = join(__dirname, 'program.cjs');

const script = new vm.Script(
  `(function (require, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
  {
    filename: file,
    cachedData: codeCache(),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
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
  script.runInThisContext()(require, file, __dirname);
}

if (require.main === module) run();
else module.exports = { script, run };
