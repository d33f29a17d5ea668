import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

describe('install scripts that have to wait', () => {
  function waits(name: string, scripts: Record<string, string>, expected: string[], files: Files = {}): void {
    it(name, () => {
      const found = detected({ 'package.json': { scripts }, ...files }).details.lateScripts;
      assert.deepEqual(
        found.map((script) => `${script.name} ${script.runs ? 'runs' : 'is left out'}`),
        expected,
      );
    });
  }
  waits('none', { start: 'node x.js' }, []);
  waits('git hooks', { prepare: 'husky' }, ['prepare is left out']);
  waits('git hooks, guarded', { prepare: 'is-ci || husky install' }, ['prepare is left out']);
  waits('a guard of the package manager', { preinstall: 'npx only-allow pnpm' }, ['preinstall is left out']);
  waits('types of a framework', { postinstall: 'nuxt prepare' }, ['postinstall runs']);
  waits('git, by another script', { postinstall: 'npm run hide', hide: 'git update-index x' }, [
    'postinstall is left out',
  ]);
  waits('hooks, and something else', { prepare: 'husky && svelte-kit sync' }, ['prepare runs']);
  waits('patches are there', { postinstall: 'patch-package' }, []);
  waits('patches are there, and hooks end well', { postinstall: 'husky install && patch-package' }, []);
  waits('a script file is there', { postinstall: 'node scripts/setup.js' }, []);
  waits('the client is generated anyway', { postinstall: 'prisma generate' }, ['postinstall is left out']);
  waits('the build runs anyway', { prepare: 'npm run build', build: 'tsc' }, ['prepare is left out']);
  waits('a build that may fail', { prepare: 'tsc || true' }, ['prepare runs']);
  waits('a build that only an install knows', { prepare: 'tsc' }, ['prepare is left out']);
});

describe('install scripts that call tools for development', () => {
  function needs(name: string, postinstall: string, more: object, expected: boolean): void {
    it(name, () => {
      const files = { 'package.json': { scripts: { postinstall }, ...more } };
      assert.equal(detected(files).details.installNeedsDevDependencies, expected);
    });
  }
  const forDevelopment = { devDependencies: { 'patch-package': '8' } };
  needs('patches', 'patch-package', forDevelopment, true);
  needs('patches, by npx', 'npx patch-package', forDevelopment, true);
  needs('a dependency', 'patch-package', { dependencies: { 'patch-package': '8' } }, false);
  needs('what waits for the sources', 'patch-package && svelte-kit sync', forDevelopment, false);
});
