import type { Fact } from '../../fact.js';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';

const nextConfigs = ['next.config.ts', 'next.config.mjs', 'next.config.js', 'next.config.cjs'];

/** The folder of finished pages that the build makes, where no program of the app has to run; null otherwise. */
export function staticSite(app: NodeApp, build: Build, found: FoundFramework | null): Fact<string> | null {
  if (build.script === null || found === null) return null;
  if (found.framework.id === 'next') return nextExport(app);
  if (found.framework.staticOutput === undefined) return null;
  return { value: build.output ?? found.framework.staticOutput, source: found.fact.source };
}

/** https://nextjs.org/docs/app/guides/static-exports: there is no server to start then. */
function nextExport({ project }: NodeApp): Fact<string> | null {
  for (const path of nextConfigs) {
    const found = project.read(path)?.match(/^[^/\n]*\boutput\s*:\s*['"](?<value>export)['"]/m);
    if (found) return { value: 'out', source: found.source };
  }
  return null;
}
