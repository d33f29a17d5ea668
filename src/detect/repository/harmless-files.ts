import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { textOf } from './text-of.js';

/** Files with names that .dockerignore leaves out, and what in their text shows that one is no secret. */
interface Suspect {
  readonly name: RegExp;
  isHarmless(text: string): boolean;
}

const suspects: readonly Suspect[] = [
  {
    name: /\.pem$/,
    isHarmless: (text) => text.includes('-----BEGIN CERTIFICATE-----') && !text.includes('PRIVATE KEY'),
  },
  {
    name: /(?:credentials|service[-_]account|serviceAccount)[^/]*\.json$/,
    // Texts for a page that is called so, a schema.
    isHarmless: (text) => /^\s*[{[]/.test(text) && !/key|secret|token|password|private|auth/i.test(text),
  },
];

const database = /\.(?:db|sqlite3?)$/;

/** `.config/gcloud/…`: what lies in hidden folders is a tool's. */
const hidden = /(?:^|\/)\.[^/]+\//;

/** Sources and settings that name a file which a program opens. */
const naming = /\.(?:[cm]?[jt]sx?|go|py|json|toml|ya?ml|ini|cfg)$/;

/** Paths from the project's root, sorted. A database that sources or settings name comes with the app. */
export function harmlessFiles(project: ProjectView): string[] {
  const seen = project.files.filter((path) => !hidden.test(path));
  const shown = seen.filter((path) =>
    suspects.some(({ name, isHarmless }) => name.test(path) && isHarmless(textOf(project, path))),
  );
  const databases = seen.filter((path) => database.test(path));
  const named = namesFound(
    project,
    databases.map((path) => posix.basename(path)),
  );
  return [...shown, ...databases.filter((path) => named.has(posix.basename(path)))].sort();
}

/** Those of the names that stand in a source or in settings: each text is looked through once, and none where there is nothing left to find. */
function namesFound(project: ProjectView, names: readonly string[]): ReadonlySet<string> {
  const open = new Set(names);
  for (const path of project.files) {
    if (open.size === 0) break;
    if (!naming.test(path)) continue;
    const text = textOf(project, path);
    for (const name of open) if (text.includes(name)) open.delete(name);
  }
  return new Set(names.filter((name) => !open.has(name)));
}
