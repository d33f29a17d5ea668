import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { platformDocument, text, variables } from './read.js';
import type { Statement } from './statement.js';

/** What the run times are called, and where a version begins: `python312`, `nodejs22`, `go124`. */
const runtimes: readonly (readonly [language: string, runtime: RegExp])[] = [
  ['python', /^python(?<major>\d)(?<minor>\d+)$/],
  ['go', /^go(?<major>\d)(?<minor>\d+)$/],
  ['node', /^nodejs(?<major>\d+)(?<minor>)$/],
];

/** https://cloud.google.com/appengine/docs/standard/reference/app-yaml */
export function appEngine(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'yaml', 'app.yaml', 'app.yml');
  const runtime = file?.string('runtime');
  if (!file || !runtime) return null;
  return {
    start: file.string('entrypoint') ?? file.string('entrypoint', 'shell'),
    variables: variables(file, 'env_variables'),
    versions: versionOf(runtime, text(file, 'runtime_config', 'runtime_version')),
  };
}

function versionOf(runtime: Fact<string>, stated: Fact<string> | null): Record<string, Fact<string>> {
  for (const [language, pattern] of runtimes) {
    const { major, minor } = pattern.exec(runtime.value)?.groups ?? {};
    if (major === undefined) continue;
    return { [language]: { value: minor ? `${major}.${minor}` : major, source: runtime.source } };
  }
  return stated === null ? {} : { [runtime.value.replace('nodejs', 'node')]: stated };
}
