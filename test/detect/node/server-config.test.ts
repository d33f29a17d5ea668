import assert from 'node:assert/strict';
import { node } from '../../../src/detect/node.js';
import { memoryProject } from '../../../src/project/memory-view.js';

describe('settings that a server loads when it starts', () => {
  function warns(name: string, manifest: object, config: string, expected: string[]): void {
    it(name, () => {
      const scripts = { build: 'next build', start: 'next start' };
      const facts = node.detect(
        memoryProject({
          'package.json': JSON.stringify({ scripts, ...manifest }),
          'next.config.mjs': config,
        }),
      );
      const found = facts.warnings.filter(({ code }) => code === 'BI145').map(({ source }) => source);
      assert.deepEqual(found, expected);
    });
  }
  const next = { next: '16' };
  const config = "\nimport analyzer from '@next/bundle-analyzer';\n";
  const tool = { '@next/bundle-analyzer': '16' };
  warns('a development tool', { dependencies: next, devDependencies: tool }, config, ['next.config.mjs:2']);
  warns('a package that is installed', { dependencies: { ...next, ...tool } }, config, []);
  warns('nothing of it', { dependencies: next, devDependencies: tool }, 'export default {};', []);
});
