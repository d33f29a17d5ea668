import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

const configs = ['next.config.ts', 'next.config.mjs', 'next.config.js', 'next.config.cjs'];

/** What Next.js makes besides `.next`: pages alone, or a folder with all that its server needs. */
export type NextOutput = 'export' | 'standalone';

/** https://nextjs.org/docs/app/api-reference/config/next-config-js/output; null: neither is asked for. */
export function nextOutput(project: ProjectView): Fact<NextOutput> | null {
  for (const path of configs) {
    const found = project.read(path)?.match(/^[^/\n]*\boutput\s*:\s*['"](?<value>export|standalone)['"]/m);
    if (found) return found as Fact<NextOutput>;
  }
  return null;
}

/** A server that starts by `next start` needs all packages beside it, the compiler too. */
export function nextAdvice(project: ProjectView, dependency: Fact<string> | null): Warning[] {
  if (dependency === null || nextOutput(project) !== null) return [];
  const message =
    "all packages of Next.js are part of the image, several hundred MB: with output: 'standalone' in next.config only what the server loads is";
  return [{ code: 'BI184', message, source: dependency.source }];
}
