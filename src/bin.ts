#!/usr/bin/env node
import { processIo } from './cli/io.js';
import { main } from './cli/main.js';

// Whoever reads may stop reading, as `head` does: that is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
}

// No top-level await: the bundle is CommonJS, which Node.js starts faster.
void main(process.argv.slice(2), processIo(process.cwd())).then((status) => {
  process.exitCode = status;
});
