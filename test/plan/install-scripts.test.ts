import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

const project = {
  'package.json': JSON.stringify({
    scripts: { start: 'node server.js', postinstall: 'patch-package' },
    dependencies: { ms: '2.1.3' },
    devDependencies: { 'patch-package': '8.0.0' },
  }),
  'server.js': 'require("node:http").createServer().listen(3000);\n',
};

function build(files: Readonly<Record<string, string>>) {
  const { plan } = resolve(survey(memoryProject({ ...project, ...files }), {}), {});
  assert.equal(plan.build?.language, 'node');
  return plan.build;
}

describe('an install script that calls a tool for development', () => {
  it('finds its tool, which is left out afterwards', () => {
    const { installer, prunes } = build({});
    assert.deepEqual([installer.install, prunes], [['npm install'], true]);
  });
  it('keeps its tool where leaving it out would install the packages anew', () => {
    const { installer, prunes } = build({ 'yarn.lock': '# yarn lockfile v1\n' });
    assert.deepEqual([installer.install, prunes], [['yarn install --frozen-lockfile'], false]);
  });
});
