import { posix } from 'node:path';
import type { Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { firstFound, type PythonSource } from './sources.js';

/** `config.example.yml`, `config.yml.sample`, `config_example.py`, `example_config.json`: what shows the settings, and is to be copied and filled in. */
const shows = [
  /^(?<stem>\w[\w-]*)[._-](?:example|sample|template|dist|default)(?<ending>\.(?:ya?ml|json|toml|ini|cfg|py))$/,
  /^(?<stem>\w[\w-]*)(?<ending>\.(?:ya?ml|json|toml|ini|cfg|py))[._-](?:example|sample|template|dist|default)$/,
  /^(?:example|sample)[._-](?<stem>config|settings|configuration)(?<ending>\.(?:ya?ml|json|toml|ini|cfg|py))$/,
];

/** Folders whose files show something else. */
const aside = /(?:^|\/)(?:docs?|tests?|examples?|samples?|templates?|node_modules|\.[^/]+)\//;

/** A file that lies deeper belongs to a part. */
const deepest = 3;

/** Settings that the program reads, and of which only an example is here: an image can't hold what every container has of its own. */
export function missingSettings(project: ProjectView, sources: readonly PythonSource[]): Warning[] {
  const examples = project.files.filter(
    (path) =>
      path.split('/').length <= deepest &&
      !aside.test(path) &&
      shows.some((name) => name.test(posix.basename(path))),
  );
  return examples.flatMap((example) => missing(project, sources, example)).slice(0, 1);
}

function missing(project: ProjectView, sources: readonly PythonSource[], example: string): Warning[] {
  const { stem = '', ending = '' } =
    shows.map((name) => name.exec(posix.basename(example))?.groups).find(Boolean) ?? {};
  const folder = posix.dirname(example) === '.' ? '' : posix.dirname(example);
  const path = joinPaths(folder, `${stem}${ending}`);
  if (project.files.some((file) => posix.basename(file) === posix.basename(path))) return [];
  const read = firstFound(sources, ending === '.py' ? importing(stem) : naming(`${stem}${ending}`));
  if (!read) return [];
  return [
    {
      code: 'BI194',
      message: `the program reads ${path}, which is not here (${example} shows what it holds): mount yours at that place in the app's folder of the image`,
      source: read.source,
    },
  ];
}

function importing(module: string): RegExp {
  return new RegExp(
    String.raw`^[ \t]*(?:import[ \t]+${module}\b|from[ \t]+(?:\.|[\w.]+\.)?${module}[ \t]+import\b|from[ \t]+\.?[ \t]+import[ \t]+${module}\b)`,
    'm',
  );
}

function naming(file: string): RegExp {
  return new RegExp(String.raw`["'](?:[\w./-]*/)?${file.replaceAll('.', String.raw`\.`)}["']`);
}
