import type { ProjectView } from '../project/view.js';
import type { AppFacts } from './facts.js';
import { defineLanguage } from './language.js';
import { detectRhel } from './rhel.js';

/** Folders that hold pages, the usual ones first. */
const folders = ['.', 'public', 'www', 'html', 'site', 'static'];

/** Finished pages: HTML that nothing has to build, for a web server. */
export const staticPages = defineLanguage({
  id: 'static',
  marks: folders.map((folder) => pageOf(folder)),
  detect(project): AppFacts {
    const pages = folders.find((folder) => project.has(pageOf(folder))) ?? '.';
    const no = { value: false, source: pageOf(pages) };
    return {
      language: { value: 'static', source: pageOf(pages) },
      version: null,
      packageManager: null,
      framework: null,
      entry: { value: pages, source: pageOf(pages) },
      start: null,
      port: null,
      nativeCode: no,
      needsGlibc: no,
      portVariable: null,
      handlesSigterm: { value: true, source: 'default: web servers end on SIGTERM' },
      name: title(project),
      appVersion: null,
      description: null,
      rhel: detectRhel(project),
      warnings: [],
      details: { kind: 'static', pages },
    };
  },
});

function pageOf(folder: string): string {
  return folder === '.' ? 'index.html' : `${folder}/index.html`;
}

function title(project: ProjectView): AppFacts['name'] {
  const page = project.read('index.html');
  return page?.match(/<title>(?<value>[^<\n]{1,80})<\/title>/i) ?? null;
}
