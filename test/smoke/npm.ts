import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** npm's own program, to be run by Node.js, so that no shell is needed to find it. */
export const npm = find();

function find(): string {
  const { PATH = '', npm_execpath: running = '' } = process.env;
  const beside = ['../lib/node_modules/npm/bin/npm-cli.js', 'node_modules/npm/bin/npm-cli.js'];
  const candidates = [
    running,
    ...beside.map((place) => path.join(path.dirname(process.execPath), place)),
    ...PATH.split(path.delimiter).map((folder) => path.join(folder, 'npm')),
  ];
  const found = candidates.filter((file) => existsSync(file)).map((file) => realpathSync(file));
  const program = found.find((file) => path.basename(file) === 'npm-cli.js');
  if (program === undefined) throw new Error('npm was not found');
  return program;
}
