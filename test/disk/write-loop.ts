/** Run as a process of its own and killed by write-killed.test.ts: writes two versions of the same files in turn. */
import { reconcile } from '../../src/reconcile/reconcile.js';
import { writeFiles } from '../../src/write/write.js';

const [root = '', ...paths] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let round = 0; ; round++) {
  const text = `${round % 2 === 0 ? 'even' : 'odd'}\n`.repeat(20_000);
  writeFiles(
    root,
    reconcile(
      root,
      paths.map((path) => ({ path, text })),
    ),
  );
}
