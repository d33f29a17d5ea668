import { posix } from 'node:path';
import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';

/** Files with names that .dockerignore leaves out, and what shows that one is no secret. */
interface Suspect {
  readonly name: RegExp;
  isHarmless(project: ProjectView, path: string): boolean;
}

const suspects: readonly Suspect[] = [
  {
    name: /\.pem$/,
    isHarmless: (project, path) => {
      const text = textOf(project, path);
      return text.includes('-----BEGIN CERTIFICATE-----') && !text.includes('PRIVATE KEY');
    },
  },
  {
    name: /(?:credentials|service[-_]account|serviceAccount)[^/]*\.json$/,
    // Texts for a page that is called so, a schema.
    isHarmless: (project, path) => {
      const text = textOf(project, path);
      return /^\s*[{[]/.test(text) && !/key|secret|token|password|private|auth/i.test(text);
    },
  },
  // A database that sources or settings name comes with the app.
  { name: /\.(?:db|sqlite3?)$/, isHarmless: isNamed },
];

/** Paths from the project's root, sorted. */
export function harmlessFiles(project: ProjectView): string[] {
  return project.files.filter(
    (path) =>
      !hidden.test(path) &&
      suspects.some(({ name, isHarmless }) => name.test(path) && isHarmless(project, path)),
  );
}

/** `.config/gcloud/…`: what lies in hidden folders is a tool's. */
const hidden = /(?:^|\/)\.[^/]+\//;

/** Sources and settings that name a file which a program opens. */
const naming = /\.(?:[cm]?[jt]sx?|go|py|json|toml|ya?ml|ini|cfg)$/;

function isNamed(project: ProjectView, path: string): boolean {
  const name = posix.basename(path);
  return project.files.some((other) => naming.test(other) && textOf(project, other).includes(name));
}

/** Empty where it is no text of a sane size. */
function textOf(project: ProjectView, path: string): string {
  try {
    return project.read(path)?.text ?? '';
  } catch (error) {
    if (error instanceof InputError) return '';
    throw error;
  }
}
