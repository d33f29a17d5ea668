import type { Warning } from '../../fact.js';
import { isPublished, namesIn, settingsFiles } from './build-settings.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';

/** Files that show what somebody has to set, without setting it. */
const examples = ['.env.example', '.env.sample', '.env.template', '.env.local.example', 'example.env'];

/** Modules that a server's pages load, by the names that they have as a rule. */
const loaded =
  /^(?:src\/|app\/)?(?:lib|libs|utils|db|server|config)\/(?:[\w-]+\/)?(?:db|database|mongo(?:db|ose)?|dbConnect|connect|client|index|env|config|stripe|supabase|redis|auth)\.(?:[cm]?[jt]s)$/i;

/** `if (!process.env.X) throw …`, `if (!X) { throw … }` outside of all functions: loading the module is enough. */
const demand = /^if\s*\(\s*!\s*(?:process\.env\.)?(?<value>[A-Z][A-Z0-9_]+)\s*\)\s*\{?\s*throw\b/m;

/** Settings that the build of the app reads and that nothing here gives to it. */
export function unsetSettings(app: NodeApp, found: FoundFramework | null): Warning[] {
  if (found?.framework.builds !== true) return [];
  return [...unpublished(app), ...(found.framework.id === 'next' ? demanded(app) : [])];
}

/** What bundlers write into the pages has to be known when the image is built. */
function unpublished(app: NodeApp): Warning[] {
  const path = examples.find((name) => app.project.has(name));
  if (path === undefined) return [];
  const set = settingsFiles.flatMap((name) => namesIn(app, name));
  const lacking = namesIn(app, path).filter((name) => isPublished(name) && !set.includes(name));
  if (lacking.length === 0) return [];
  const message = `the build writes ${lacking.slice(0, 5).join(', ')} into the pages, and nothing here sets them: put what browsers may see into .env.production`;
  const line = app.project.read(path)?.lineOf(lacking[0]!);
  return [{ code: 'BI188', message, source: `${app.place(path)}:${line ?? 1}` }];
}

/** Next.js loads the modules of all pages when it builds. https://nextjs.org/docs/app/guides/self-hosting#environment-variables */
function demanded({ project }: NodeApp): Warning[] {
  return project.files
    .filter((path) => loaded.test(path))
    .flatMap((path) => {
      const name = project.read(path)?.match(demand) ?? null;
      if (name === null) return [];
      const message = `the build stops without ${name.value}, since it loads this module: check it where it is first used, or set it for the build script`;
      return [{ code: 'BI188' as const, message, source: name.source }];
    });
}
