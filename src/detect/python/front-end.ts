import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { PythonSource } from './sources.js';

/** A manifest that lies deeper belongs to something else. */
const deepest = 6;

/** Where build tools put finished pages. */
const output = /^(?:dist|build|out)(?:\/|$)/;

/** What calls Node.js while the package is built: https://hatch.pypa.io/latest/plugins/build-hook/custom/, setup.py */
const hooks = ['hatch_build.py', 'setup.py'];
const callsNode = /["'](?<value>npm|npx|pnpm|yarn|bun)(?:\.cmd)?["' ]/;

/**
 * Front ends that Node.js builds for the program, and that are not there: the image's build runs Python alone. `packaged`: is the
 * project itself installed?
 */
export function frontEndWarnings(
  project: ProjectView,
  sources: readonly PythonSource[],
  packaged: boolean,
): Warning[] {
  const called = packaged ? hooks.flatMap((path) => project.read(path)?.match(callsNode) ?? []) : [];
  return [...called.slice(0, 1).map(hookWarning), ...unbuilt(project, sources).slice(0, 1)];
}

function hookWarning({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI193',
    message: `building the package calls ${value}, which the build stage does not have: where its output is not committed, build a wheel in your pipeline and install that, or bring Node.js into the build stage`,
    source,
  };
}

/** `ui` beside the program that serves `ui/dist`. */
function unbuilt(project: ProjectView, sources: readonly PythonSource[]): Warning[] {
  const manifests = project.files.filter(
    (path) => path.endsWith('/package.json') && path.split('/').length <= deepest,
  );
  return manifests.flatMap((manifest) => {
    const folder = manifest.slice(0, -'/package.json'.length);
    const script = project.json(manifest)?.string('scripts', 'build') ?? null;
    const served = script === null ? null : servedFrom(sources, folder);
    if (served === null || project.hasFolder(`${folder}/${served.value.split('/')[0]}`)) return [];
    const message = `the program serves ${folder}/${served.value}, which "npm run build" in ${folder} makes and which is not here: build it before the image is built, and let the build context keep it`;
    return [{ code: 'BI193', message, source: served.source }];
  });
}

/** The part behind the folder's own name where a text of the sources leads into its output. */
function servedFrom(sources: readonly PythonSource[], folder: string): Fact<string> | null {
  const name = folder.split('/').at(-1)!;
  if (!/^[\w-]+$/.test(name)) return null;
  // "ui/dist/app", "ui" / "dist", os.path.join(BASE, "ui", "dist")
  const written = new RegExp(
    String.raw`["'/]${name}(?:/|["'][ \t]*[,/][ \t]*["'])(?<value>[\w./-]{2,80})["']`,
    'g',
  );
  for (const { code, file } of sources) {
    for (const { index, groups } of code.matchAll(written)) {
      const value = groups!['value']!;
      if (output.test(value)) return file.fact(value, index);
    }
  }
  return null;
}
