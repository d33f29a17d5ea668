import { platformStart } from '../platform/platform-start.js';
import { staticPages } from '../static.js';
import type { NodeApp } from './node-app.js';
import { servesPages } from './pages-command.js';
import { resolveCommand } from './resolve-command.js';

const scripts = ['start', 'start:prod', 'serve', 'server', 'dev', 'preview'];

/** Is package.json there only to look at finished pages while one writes them: nothing is built, and the one program is a server of files? */
export function onlyShowsPages(app: NodeApp): boolean {
  const { manifest, project } = app;
  if (!manifest.exists || !staticPages.marks.some((page) => project.has(page))) return false;
  const shown = scripts.flatMap((name) => manifest.script(name) ?? []);
  const commands = shown.map(({ value, source }) => resolveCommand(app, value, source)?.words[0] ?? '');
  const builds = Object.keys(manifest.scripts).some((name) => /build|compile/.test(name));
  const tools = manifest.dependencies.every((name) => servesPages(name));
  const program = manifest.string('bin') ?? platformStart(project, 'node');
  return commands.length > 0 && commands.every(servesPages) && tools && !builds && program === null;
}
