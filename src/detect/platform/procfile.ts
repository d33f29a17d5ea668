import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { Statement } from './statement.js';

/** A line of a Procfile: the process's name, and its command. */
export interface Process {
  readonly name: string;
  readonly command: Fact<string>;
}

/** The processes of the Procfile as they stand there. https://devcenter.heroku.com/articles/procfile */
export function processes(project: ProjectView): Process[] {
  const file = project.read('Procfile');
  const lines = file?.text.matchAll(/^(?<name>[\w-]+)[ \t]*:[ \t]*(?<command>\S[^\n]*)$/gm) ?? [];
  return [...lines].flatMap(({ groups, index }) =>
    file === null
      ? []
      : [{ name: groups?.['name'] ?? '', command: file.fact((groups?.['command'] ?? '').trim(), index) }],
  );
}

/** The process that answers requests: `web`, or the only one there is. */
export function procfile(project: ProjectView): Statement | null {
  const found = processes(project).filter(({ name }) => name !== 'release');
  const chosen = found.find(({ name }) => name === 'web') ?? (found.length === 1 ? found[0] : undefined);
  return chosen ? { start: chosen.command } : null;
}
