import type { ProjectView } from '../../project/view.js';
import type { Statement } from './statement.js';

/** The process that answers requests: `web`, or the only one there is. https://devcenter.heroku.com/articles/procfile */
export function procfile(project: ProjectView): Statement | null {
  const file = project.read('Procfile');
  if (file === null) return null;
  const processes = [...file.text.matchAll(/^(?<name>[\w-]+)[ \t]*:[ \t]*(?<command>\S[^\n]*)$/gm)].filter(
    ({ groups }) => groups?.['name'] !== 'release',
  );
  const chosen =
    processes.find(({ groups }) => groups?.['name'] === 'web') ??
    (processes.length === 1 ? processes[0] : undefined);
  return chosen ? { start: file.fact(chosen.groups!['command']!.trim(), chosen.index) } : null;
}
