import { posix } from 'node:path';
import type { Fact, Warning } from '../../fact.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { PythonSource } from './sources.js';

/** A manifest that lies deeper belongs to something else. */
const deepest = 6;

/** Where build tools put finished pages. */
const output = /^(?:dist|build|out)(?:\/|$)/;

/** What calls Node.js while the package is built: https://hatch.pypa.io/latest/plugins/build-hook/custom/, setup.py */
const hooks = ['hatch_build.py', 'setup.py'];
const callsNode = /["'](?<value>npm|npx|pnpm|yarn|bun)(?:\.cmd)?["' ]/;

/** Frameworks whose programs serve pages of their own making. */
const servesPages = [
  'django',
  'flask',
  'fastapi',
  'starlette',
  'litestar',
  'quart',
  'sanic',
  'tornado',
  'aiohttp',
  'bottle',
  'falcon',
  'pyramid',
];

/** What makes files for browsers of a front end's sources. */
const bundler =
  /\b(?:vite|webpack|react-scripts|vue-cli-service|ng|gulp|grunt|parcel|rollup|esbuild|react-router|svelte-kit)\b/;

/** Front ends that are no part of the program. */
const aside =
  /(?:^|\/)(?:docs?|website|tests?|e2e|examples?|samples?|scripts|tools|\.[^/]+|[^/]*\{\{[^/]*)\//;

/** The program that a front end may be built for. `packaged`: is the project itself installed? */
interface ServingProgram {
  readonly sources: readonly PythonSource[];
  readonly packaged: boolean;
  readonly framework: string | null;
}

/** Front ends that Node.js builds for the program, and that are not there: the image's build runs Python alone. */
export function frontEndWarnings(
  project: ProjectView,
  { sources, packaged, framework }: ServingProgram,
): Warning[] {
  const called = packaged ? hooks.flatMap((path) => project.read(path)?.match(callsNode) ?? []) : [];
  const told = [...called.slice(0, 1).map(hookWarning), ...unbuilt(project, sources).slice(0, 1)];
  if (told.length > 0 || framework === null || !servesPages.includes(framework)) return told;
  return beside(project).slice(0, 1);
}

/** A front end that lies beside the program, with no word of where it is served from. */
function beside(project: ProjectView): Warning[] {
  const manifests = project.files.filter(
    (path) => /(?:^|\/)package\.json$/.test(path) && path.split('/').length <= deepest && !aside.test(path),
  );
  return manifests.flatMap((manifest) => {
    const folder = manifest === 'package.json' ? '' : manifest.slice(0, -'/package.json'.length);
    const script = project.json(manifest)?.string('scripts', 'build') ?? null;
    if (script === null || !bundler.test(script.value) || isBuilt(project, folder)) return [];
    const place = folder === '' ? 'package.json' : folder;
    const message = `${place} has a front end of its own, which "npm run build" makes and this image's build does not: where the program serves it, build it before the image is built, and let the build context keep it`;
    return [{ code: 'BI193', message, source: script.source }];
  });
}

/** Where build tools are told to put the result: `outDir: "../shop/static"`, `path: path.resolve(__dirname, "shop/static")`. */
const configured =
  /\boutDir["']?\s*:\s*["'](?<direct>[\w./-]{1,80})["']|\bpath\s*:\s*(?:path\.)?(?:resolve|join)\(\s*__dirname\s*,\s*["'](?<joined>[\w./-]{1,80})["']/;

/** Is what it makes committed? */
function isBuilt(project: ProjectView, folder: string): boolean {
  const configurations = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'webpack.config.js'];
  const stated = configurations.flatMap((name) => {
    const { direct, joined } =
      configured.exec(project.read(joinPaths(folder, name))?.text ?? '')?.groups ?? {};
    const path = direct ?? joined;
    return path === undefined ? [] : [projectPath(posix.join(folder, path)) ?? ''];
  });
  const places = stated.length > 0 ? stated : ['dist', 'build'].map((name) => joinPaths(folder, name));
  return places.some((place) => place !== '' && project.hasFolder(place));
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
