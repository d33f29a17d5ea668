import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { commandWords } from '../command-words.js';
import type { LanguageId } from '../facts.js';
import { statedAs, type StatedCommand } from '../stated-command.js';
import { statements } from './files.js';
import { processes } from './procfile.js';
import { mayStart } from './programs.js';

/** The start command that the weightiest platform's file states for an app in this language, null where none does. */
export function platformStart(project: ProjectView, language: LanguageId): StatedCommand | null {
  const command = startCommands(project).find(({ value }) => mayStart(value, language));
  return command === undefined ? null : statedAs(command, commandWords(command.value) ?? []);
}

/** What became of the other start commands: those that no image of this language can start, and those that say something else. */
export function startWarnings(project: ProjectView, language: LanguageId): Warning[] {
  const chosen = platformStart(project, language)?.command;
  const others = startCommands(project)
    .filter(({ value }) => value !== chosen?.value)
    .map((other) =>
      mayStart(other.value, language) && chosen ? toldOtherwise(other, chosen) : notHere(other),
    );
  return [...others, ...otherProcesses(project)];
}

/** What a Procfile runs at a release, and beside the process that answers requests. */
function otherProcesses(project: ProjectView): Warning[] {
  const all = processes(project);
  if (!all.some(({ name }) => name === 'web')) return [];
  return all
    .filter(({ name }) => name !== 'web')
    .map(({ name, command: { value, source } }) =>
      name === 'release'
        ? {
            code: 'BI144',
            message: `\`${value}\` (${name}) is left out: run it when you deploy`,
            source,
          }
        : {
            code: 'BI160',
            message: `\`${value}\` (${name}) is left out: an image runs one program; start another container with it`,
            source,
          },
    );
}

function startCommands(project: ProjectView): Fact<string>[] {
  return statements(project)
    .flatMap(({ start }) => start ?? [])
    .map(({ value, source }) => ({ value: bare(value), source }));
}

/** Without what only passes the command on to a shell, or takes the shell's place. */
function bare(command: string): string {
  const shell =
    /^\s*(?:\/bin\/|\/usr\/bin\/)?(?:ba)?sh\s+-l?c\s+(?:"(?<double>[^"]*)"|'(?<single>[^']*)')\s*$/s;
  const { double, single } = shell.exec(command)?.groups ?? {};
  return (double ?? single ?? command).trim().replace(/^exec\s+/, '');
}

function toldOtherwise(other: Fact<string>, chosen: Fact<string>): Warning {
  return {
    code: 'BI108',
    message: `${other.source} starts \`${other.value}\`, ${chosen.source} \`${chosen.value}\`, which is taken: choose with --start`,
    source: other.source,
  };
}

function notHere({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI109',
    message: `${source} starts \`${value}\`, which no image of this app holds: it is left out; give the program itself with --start`,
    source,
  };
}
