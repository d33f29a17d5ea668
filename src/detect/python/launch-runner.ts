import { occurs } from '../pattern.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { byLikelihood } from './application-object.js';
import { modulePath } from './module-path.js';
import { importOf, type PythonSource } from './sources.js';

/** A library whose own program runs what a module holds. */
interface Runner {
  /** The package, which is imported by the same name. */
  readonly library: string;
  /** What marks the module to run; its group `value`, where it has one, names what is run. */
  readonly mark: RegExp;
  readonly words: (module: string, name: string, path: string) => readonly string[];
}

const runners: readonly Runner[] = [
  {
    library: 'arq',
    mark: /^class[ \t]+(?<value>\w*WorkerSettings\w*)\b/m,
    words: (module, name) => ['arq', `${module}.${name}`],
  },
  {
    library: 'dramatiq',
    mark: /^@(?:dramatiq\.)?actor\b/m,
    words: (module) => ['dramatiq', module],
  },
  {
    library: 'huey',
    mark: /^(?<value>\w+)[ \t]*=[ \t]*(?:huey\.)?\w*Huey\(/m,
    words: (module, name) => ['huey_consumer', `${module}.${name}`],
  },
  {
    library: 'taskiq',
    mark: /^(?<value>\w*broker\w*)[ \t]*=[ \t]*\(?\s*[\w.]*Broker\(/m,
    words: (module, name) => ['taskiq', 'worker', `${module}:${name}`],
  },
  {
    library: 'bentoml',
    mark: /^@bentoml\.service\b[\s\S]{0,400}?^class[ \t]+(?<value>\w+)/m,
    words: (module, name) => ['bentoml', 'serve', `${module}:${name}`],
  },
  {
    library: 'locust',
    mark: /^class[ \t]+\w+\([^)\n]*User\)/m,
    words: (_, __, path) => ['locust', '--locustfile', path],
  },
];

/** Workers and servers of models, whose sources only say what is to be done. */
export function launchRunner({ project, sources, framework, installs }: PythonApp): Launch | null {
  if (framework !== null) return null;
  for (const { library, mark, words } of runners) {
    if (!installs(library)) continue;
    const imports = importOf(library);
    const source = byLikelihood(sources).find((one) => occurs(imports, one) && mark.test(one.code));
    // A source that does more when it is run starts its work by itself.
    if (!source || startsItself(source)) continue;
    const found = mark.exec(source.code)!;
    const { module, root } = modulePath(project, source);
    const started = launch(
      words(module, found.groups?.['value'] ?? '', source.path),
      source.file.fact(source.path, found.index),
    );
    return root === '' ? started : { ...started, environment: { PYTHONPATH: root } };
  }
  return null;
}

function startsItself({ code }: PythonSource): boolean {
  return /^if[ \t]+\(?__name__[ \t]*==[ \t]*["']__main__["']/m.test(code);
}
