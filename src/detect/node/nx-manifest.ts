import { installScripts } from './late-scripts.js';
import type { Manifest } from './manifest.js';
import type { NxBuild } from './nx.js';

/** Keys that say what the root is, not what its projects are. */
const ofTheRoot = new Set(['main', 'bin', 'description', 'version', 'files', 'exports']);

/** The root's manifest as a project without one of its own has it: the packages and what an install runs, no commands. */
export function nxManifest(root: Manifest, { name, stated }: NxBuild): Manifest {
  const script = (key: string) => (installScripts.includes(key) ? root.script(key) : null);
  const isScript = (keys: readonly string[]) => keys[0] === 'scripts';
  return {
    ...root,
    scripts: {},
    script,
    string: (...keys) =>
      keys[0] === 'name'
        ? { value: name, source: stated.source }
        : ofTheRoot.has(keys[0] ?? '') || isScript(keys)
          ? null
          : root.string(...keys),
    get: (...keys) => (ofTheRoot.has(keys[0] ?? '') || isScript(keys) ? null : root.get(...keys)),
  };
}
