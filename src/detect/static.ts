import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { AppFacts } from './facts.js';
import { defineLanguage } from './language.js';
import { detectRhel } from './rhel.js';

/** Folders that hold pages, the usual ones first. */
const folders = '. public www html site static htdocs web dist build out _site src docs'.split(' ');

/** Finished pages: HTML that nothing has to build, for a web server. */
export const staticPages = defineLanguage({
  id: 'static',
  marks: ['Staticfile', ...folders.map((folder) => pageOf(folder))],
  // A page beside a manifest of its own is the source of a front end, which is an app of its own.
  claims: (project) =>
    statedPages(project) !== null || !project.has(`${foundPages(project).value}/package.json`),
  detect(project): AppFacts {
    const pages = statedPages(project) ?? foundPages(project);
    const no = { value: false, source: pages.source };
    return {
      language: { value: 'static', source: pages.source },
      version: null,
      packageManager: null,
      framework: null,
      entry: pages,
      start: null,
      port: null,
      nativeCode: no,
      needsGlibc: no,
      portVariable: null,
      handlesSigterm: { value: true, source: 'default: web servers end on SIGTERM' },
      name: title(project, pages.value),
      appVersion: null,
      description: null,
      rhel: detectRhel(project),
      warnings: [],
      details: { kind: 'static', pages: pages.value },
    };
  },
});

/** Where platforms that publish pages are told which folder to publish: a place that names one which isn't there says nothing. */
const statements: readonly ((project: ProjectView) => Fact<string> | null)[] = [
  // https://docs.cloudfoundry.org/buildpacks/staticfile/
  (project) => project.read('Staticfile')?.match(/^root:[ \t]*["']?(?<value>[^"'\s#]+)/m) ?? null,
  (project) => project.toml('netlify.toml')?.string('build', 'publish') ?? null,
  (project) => project.json('firebase.json')?.string('hosting', 'public') ?? null,
  (project) => project.json('vercel.json')?.string('outputDirectory') ?? null,
];

function statedPages(project: ProjectView): Fact<string> | null {
  const stated = statements.flatMap((place) => place(project) ?? []);
  const named = stated.map((fact) => ({ ...fact, value: fact.value.replace(/^\.?\/+|\/+$/g, '') || '.' }));
  return named.find(({ value }) => value === '.' || project.hasFolder(value)) ?? null;
}

function foundPages(project: ProjectView): Fact<string> {
  const folder = folders.find((name) => project.has(pageOf(name))) ?? '.';
  return { value: folder, source: project.has(pageOf(folder)) ? pageOf(folder) : 'Staticfile' };
}

function pageOf(folder: string): string {
  return folder === '.' ? 'index.html' : `${folder}/index.html`;
}

function title(project: ProjectView, pages: string): AppFacts['name'] {
  const page = project.read(pageOf(pages));
  return page?.match(/<title>(?<value>[^<\n]{1,80})<\/title>/i) ?? null;
}
