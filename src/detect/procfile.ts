import type { ProjectView } from '../project/view.js';
import { commandWords } from './command-words.js';
import { statedAs, type StatedCommand } from './stated-command.js';

/**
 * The process that answers requests: `web`, or the only one there is. Null without a Procfile, or where it
 * has several processes and none is called `web`.
 */
export function procfileCommand(project: ProjectView): StatedCommand | null {
  const file = project.read('Procfile');
  if (file === null) return null;
  const processes = [...file.text.matchAll(/^(?<name>[\w-]+)[ \t]*:[ \t]*(?<command>\S[^\n]*)$/gm)].filter(
    ({ groups }) => groups?.['name'] !== 'release',
  );
  const chosen =
    processes.find(({ groups }) => groups?.['name'] === 'web') ??
    (processes.length === 1 ? processes[0] : undefined);
  if (!chosen) return null;
  const command = chosen.groups!['command']!.trim().replace(/^exec\s+/, '');
  return statedAs(file.fact(command, chosen.index), commandWords(command) ?? []);
}
