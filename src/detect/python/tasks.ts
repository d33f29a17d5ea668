import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { tableOf, textOf } from './shape.js';

/** Where tools keep commands by name: https://pipenv.pypa.io, https://pdm-project.org, https://poethepoet.natn.io */
const places: readonly (readonly [file: string, ...keys: string[]])[] = [
  ['Pipfile', 'scripts'],
  ['pyproject.toml', 'tool', 'pdm', 'scripts'],
  ['pyproject.toml', 'tool', 'poe', 'tasks'],
  ['pyproject.toml', 'tool', 'taskipy', 'tasks'],
  ['pyproject.toml', 'tool', 'rye', 'scripts'],
];

/** The command that goes by this name, null where none does. */
export function task(project: ProjectView, name: string): Fact<string> | null {
  for (const [file, ...keys] of places) {
    const table = project.toml(file)?.get(...keys);
    if (!table || !Object.hasOwn(tableOf(table.value), name)) continue;
    const stated = tableOf(table.value)[name];
    const command = textOf(stated) ?? textOf(tableOf(stated)['cmd']) ?? textOf(tableOf(stated)['shell']);
    if (command === null) continue;
    return { value: command, source: project.toml(file)?.get(...keys, name)?.source ?? table.source };
  }
  return null;
}

/** Names that mean: this is how the app is started where it is used. */
const startNames = ['start', 'serve', 'server', 'web', 'prod', 'production'];

/** The command that starts the app, by its name. */
export function startTask(project: ProjectView): Fact<string> | null {
  for (const name of startNames) {
    const found = task(project, name);
    if (found) return found;
  }
  return null;
}
