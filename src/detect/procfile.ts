import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import { commandWords } from './command-words.js';

/** What a Procfile starts. */
export interface ProcfileCommand {
  /** As written. */
  readonly command: Fact<string>;
  /** Settings before the command: `NODE_ENV=production node server.js`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The command in words; empty where it needs a shell. */
  readonly words: readonly string[];
}

/**
 * The process that answers requests: `web`, or the only one there is. Null without a Procfile, or where it
 * has several processes and none is called `web`.
 */
export function procfileCommand(project: ProjectView): ProcfileCommand | null {
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
  const words = commandWords(command) ?? [];
  const settings = words.slice(
    0,
    Math.max(
      0,
      words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word)),
    ),
  );
  return {
    command: file.fact(command, chosen.index),
    environment: Object.fromEntries(settings.map((setting) => setting.split(/=(.*)/s).slice(0, 2))),
    words: words.slice(settings.length),
  };
}
