import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { namedValues, platformDocument, variables } from './read.js';
import type { Statement } from './statement.js';

/** Settings in which buildpacks take a version. https://paketo.io/docs/howto/, https://cloud.google.com/docs/buildpacks/set-environment-variables */
const versionSettings: Readonly<Record<string, readonly string[]>> = {
  go: ['BP_GO_VERSION', 'GOOGLE_GO_VERSION', 'GOOGLE_RUNTIME_VERSION'],
  node: ['BP_NODE_VERSION', 'GOOGLE_NODEJS_VERSION', 'GOOGLE_RUNTIME_VERSION'],
  python: ['BP_CPYTHON_VERSION', 'GOOGLE_PYTHON_VERSION', 'GOOGLE_RUNTIME_VERSION'],
};

/** project.toml of Cloud Native Buildpacks. https://buildpacks.io/docs/reference/config/project-descriptor/ */
export function buildpacks(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'toml', 'project.toml');
  if (file === null) return null;
  const stated = new Map([
    ...namedValues(file, 'build', 'env'),
    ...namedValues(file, 'io', 'buildpacks', 'build', 'env'),
    ...variables(file, 'build', 'env'),
  ]);
  return {
    start: stated.get('GOOGLE_ENTRYPOINT') ?? functionStart(stated) ?? launchPoint(stated),
    variables: stated,
    versions: Object.fromEntries(
      Object.entries(versionSettings).flatMap(([language, names]) => {
        const version = names.map((name) => stated.get(name)).find((fact) => fact !== undefined);
        return version === undefined ? [] : [[language, version]];
      }),
    ),
  };
}

/** A function has no server of its own: the functions framework is one. https://github.com/GoogleCloudPlatform/functions-framework */
function functionStart(stated: ReadonlyMap<string, Fact<string>>): Fact<string> | null {
  const target = stated.get('GOOGLE_FUNCTION_TARGET');
  if (target === undefined) return null;
  const file = stated.get('GOOGLE_FUNCTION_SOURCE')?.value;
  const type = stated.get('GOOGLE_FUNCTION_SIGNATURE_TYPE')?.value;
  const options = [
    `--target=${target.value}`,
    ...(file ? [`--source=${file}`] : []),
    ...(type ? [`--signature-type=${type}`] : []),
  ];
  return { value: ['functions-framework', ...options].join(' '), source: target.source };
}

function launchPoint(stated: ReadonlyMap<string, Fact<string>>): Fact<string> | null {
  const file = stated.get('BP_LAUNCHPOINT');
  return file ? { value: `node ${file.value}`, source: file.source } : null;
}
