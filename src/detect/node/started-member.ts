import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { readManifest } from './manifest.js';
import { shellCommands } from '../shell-words.js';
import { startScripts } from './start.js';
import { plain } from './typescript.js';
import { membersOf, type Member } from './workspace.js';

/** A script that calls others is followed that far. */
const deepestScript = 5;

/**
 * The folder of the member that the workspace's own start script starts: `npm start -w apps/api`,
 * `pnpm --filter @acme/api start`, `yarn --cwd api start`. Null where none or several are named.
 */
export function startedMember(project: ProjectView): Fact<string> | null {
  const members = membersOf(project);
  if (members.length === 0) return null;
  const manifest = readManifest(project);
  for (const name of startScripts) {
    const found = named(name, 0);
    if (found) return found;
  }
  return null;

  function named(name: string, depth: number): Fact<string> | null {
    const script = depth > deepestScript ? null : manifest.script(name);
    if (script === null) return null;
    const words = shellCommands(script.value).flatMap((command) => command.words);
    const folders = new Set(words.flatMap((word) => memberOf(members, word)?.folder ?? []));
    const [folder] = folders;
    if (folder !== undefined) return folders.size === 1 ? { value: folder, source: script.source } : null;
    const next = words.slice(1).find((word) => word !== name && manifest.script(word) !== null);
    return next === undefined ? null : named(next, depth + 1);
  }
}

/** `apps/api`, `./apps/api`, `@acme/api`, `--filter=@acme/api...`. */
function memberOf(members: readonly Member[], word: string): Member | undefined {
  const name = word.replace(/^--?[\w-]+=/, '').replace(/\.\.\.$/, '');
  if (name === '' || name.startsWith('-')) return undefined;
  const folder = plain(name);
  return members.find((member) => member.folder === folder || member.manifest.string('name')?.value === name);
}
