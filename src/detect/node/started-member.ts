import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { readManifest, type Manifest } from './manifest.js';
import { shellCommands } from '../shell-words.js';
import { startScripts } from './start.js';
import { plain } from './typescript.js';
import { membersOf, type Member } from './workspace.js';

/** A script that calls others is followed that far. */
const deepestScript = 5;

/**
 * The folder of the member that the workspace's own start script starts: `npm start -w apps/api`,
 * `pnpm --filter @acme/api start`, `yarn --cwd api start`; or of a folder beside others, where there is no workspace.
 * Null where none or several are named.
 */
export function startedMember(project: ProjectView): Fact<string> | null {
  const manifest = readManifest(project);
  const ofWorkspace = membersOf(project);
  const members = ofWorkspace.length > 0 ? ofWorkspace : apartOf(project);
  if (members.length === 0) return null;
  for (const name of startScripts) {
    const found = named(name, 0);
    if (found) return ofWorkspace.length > 0 || !buildsAnother(manifest, members, found.value) ? found : null;
  }
  return null;

  function named(name: string, depth: number): Fact<string> | null {
    const script = depth > deepestScript ? null : manifest.script(name);
    if (script === null) return null;
    const words = shellCommands(script.value).flatMap((command) => command.words);
    const called = (word: string) =>
      memberOf(members, word) ?? (ofWorkspace.length > 0 ? undefined : holderOf(members, word));
    const folders = new Set(words.flatMap((word) => called(word)?.folder ?? []));
    const [folder] = folders;
    if (folder !== undefined) return folders.size === 1 ? { value: folder, source: script.source } : null;
    const next = words.slice(1).find((word) => word !== name && manifest.script(word) !== null);
    return next === undefined ? null : named(next, depth + 1);
  }
}

/** `server/index.js` lies in `server`. */
function holderOf(members: readonly Member[], word: string): Member | undefined {
  return members.find(({ folder }) => plain(word).startsWith(`${folder}/`));
}

/** Folders with packages of their own, where no workspace holds them together. */
function apartOf(project: ProjectView): Member[] {
  const folders = project.files.flatMap(
    (path) => /^(?<folder>[^/]+)\/package\.json$/.exec(path)?.groups?.['folder'] ?? [],
  );
  return folders.map((folder) => ({ folder, manifest: readManifest(project.below(folder)) }));
}

/** What the root builds elsewhere would be missing from an image of the started folder alone. */
function buildsAnother(manifest: Manifest, members: readonly Member[], started: string): boolean {
  const scripts = Object.entries(manifest.scripts).filter(([name]) => /build/.test(name));
  const words = scripts.flatMap(([, line]) => shellCommands(line).flatMap((command) => command.words));
  return words.some((word) => (memberOf(members, word)?.folder ?? started) !== started);
}

/** `apps/api`, `./apps/api`, `@acme/api`, `--filter=@acme/api...`. */
function memberOf(members: readonly Member[], word: string): Member | undefined {
  const name = word.replace(/^--?[\w-]+=/, '').replace(/\.\.\.$/, '');
  if (name === '' || name.startsWith('-')) return undefined;
  const folder = plain(name);
  return members.find((member) => member.folder === folder || member.manifest.string('name')?.value === name);
}
