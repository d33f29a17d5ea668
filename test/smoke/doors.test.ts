import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import helpers from 'yeoman-test';
import { filesBelow } from '../golden-tests/files-below.js';
import { goldenFolder } from '../golden-tests/generate.js';

const generator = fileURLToPath(new URL('../../generators/app/index.js', import.meta.url));

/** The same answers as in the golden cases that the bin is held to, as Yeoman hands them over. */
const cases: readonly (readonly [name: string, project: string, options: Record<string, unknown>])[] = [
  ['go-server', 'go-server', {}],
  ['go-server_chainguard', 'go-server', { base: 'chainguard' }],
  ['node-npm', 'node-npm', {}],
  ['node-npm_distroless', 'node-npm', { base: 'distroless' }],
  [
    'node-npm_start_node_server.js_quiet_port_8443',
    'node-npm',
    { start: 'node server.js --quiet', port: '8443' },
  ],
  ['node-openshift', 'node-openshift', {}],
  ['python-plain_no-shell', 'python-plain', { shell: false }],
  ['monorepo_app_services_api', 'monorepo', { app: 'services/api' }],
  ['go-server_publish_ghcr', 'go-server', { publish: 'ghcr' }],
  [
    'go-server_ci_gitlab_scanner_grype_publish_gitlab',
    'go-server',
    { ci: 'gitlab', scanner: 'grype', publish: 'gitlab' },
  ],
];

describe('both doors', function () {
  this.timeout(30_000);
  for (const [name, project, options] of cases) {
    it(`yo writes what is expected of the bin: ${name}`, async () => {
      const { cwd } = await helpers
        .run(generator, { namespace: 'baseimage:app' })
        .withOptions({ yes: true, force: false, ...options } as object)
        .inTmpDir((root) => cpSync(path.join(goldenFolder, 'projects', project), root, { recursive: true }));
      const given = filesBelow(path.join(goldenFolder, 'projects', project));
      const expected = filesBelow(path.join(goldenFolder, 'expected', name));
      assert.deepEqual(filesBelow(cwd), { ...given, ...expected });
    });
  }
});
