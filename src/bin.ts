#!/usr/bin/env node
import { processIo } from './cli/io.js';
import { main } from './cli/main.js';

// Whoever reads may stop reading, as `head` does: that is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
}

process.exitCode = await main(process.argv.slice(2), processIo(process.cwd()));
