import { loadBase, loadLanguage } from '../catalogue/catalogue.js';
import { fillCell } from '../catalogue/fill.js';
import { chooseVersion } from '../catalogue/versions.js';
import { joinPaths } from '../project/project-path.js';
import type { FrontEnd } from '../detect/facts.js';
import type { PlanContext } from './context.js';
import { planBuiltNode } from './node.js';
import type { Copy, FrontEndBuild } from './plan.js';

/** The stage that builds a front end for a program that embeds it. What it makes is the same on every base: Debian's image serves. */
export function planFrontEnd(context: PlanContext, { folder, app }: FrontEnd): FrontEndBuild {
  if (app.details.kind !== 'node') throw new Error('a front end is a Node.js app');
  const base = loadBase('debian-slim');
  const language = loadLanguage('node');
  const cell = language.bases['debian-slim'];
  if (cell === undefined) throw new Error('catalogue: Node.js has no cell for debian-slim');
  const { version } = chooseVersion(language, cell, app);
  const { build } = planBuiltNode(
    { ...context, facts: app, base, language, version, cell: fillCell(cell, version, base) },
    app.details,
  );
  return {
    build: { ...build, installFiles: build.installFiles.map((copy) => below(folder, copy)) },
    folder: joinPaths(sources, folder),
    sources: sourcesOf(folder),
  };
}

/** Where the build stages have the sources. */
const sources = '/src';

/** A front end at the root lies among the program's sources, of which none changes it. */
function sourcesOf(folder: string): Copy {
  return folder === ''
    ? { from: null, sources: ['.'], target: '.', exclude: ['**/*.go', 'go.*'] }
    : { from: null, sources: [folder], target: './' };
}

function below(folder: string, copy: Copy): Copy {
  return { ...copy, sources: copy.sources.map((source) => joinPaths(folder, source)) };
}
