import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands in every canary. Random, so that nothing else in an image can hold it. */
export const canary = `canary-${randomUUID()}`;

/** Files that lie about in real projects and must never reach an image, with a text that each could have. */
const texts: Readonly<Record<string, string>> = {
  '.env': `PASSWORD=${canary}\n`,
  '.env.local': `PASSWORD=${canary}\n`,
  '.npmrc': `fund=false\n//packages.example.com/:_authToken=${canary}\n`,
  '.aws/credentials': `[default]\naws_secret_access_key = ${canary}\n`,
  '.git/config': `[remote "origin"]\n\turl = https://user:${canary}@git.example.com/app.git\n`,
  '__pycache__/old.cpython-314.pyc': canary,
  'deep/down/.env.production': `PASSWORD=${canary}\n`,
  'deep/down/server.key': canary,
  'docs/canary.md': canary,
  'dump.sql': `INSERT INTO users VALUES ('${canary}');\n`,
  id_rsa: canary,
  'key.pem': canary,
  kubeconfig: `token: ${canary}\n`,
  'node_modules/canary/index.js': canary,
  'tests/canary.txt': canary,
};

/** Puts the canaries into a project that has none of these files of its own. */
export function releaseCanaries(folder: string): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}${path}\n`, { flag: 'wx' });
  }
}
