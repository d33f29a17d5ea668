/** Run as a process of its own, and as another user, by write.test.ts: writes once, prints the InputError as JSON. */
import { InputError } from '../../src/errors.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { writeFiles } from '../../src/write/write.js';

// Sent where `ulimit -f` forbids to write; left alone it would end the process before the error is seen.
if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);

const [root = '', ...paths] = process.argv.slice(2);
try {
  writeFiles(
    root,
    reconcile(
      root,
      paths.map((path) => ({ path, text: 'new\n' })),
    ),
  );
  process.stdout.write('null');
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stdout.write(JSON.stringify({ code: error.code, message: error.message }));
}
