import { processIo } from './cli/io.js';
import { main } from './cli/main.js';

// No top-level await: the bundle is CommonJS, which Node.js starts faster.
void main(process.argv.slice(2), processIo(process.cwd())).then((status) => {
  process.exitCode = status;
});
