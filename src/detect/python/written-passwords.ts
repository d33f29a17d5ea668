import type { ProjectView } from '../../project/view.js';
import { passwordInAddress, refuseWrittenPassword } from '../written-password.js';
import type { PythonPackageManager } from './package-manager.js';

/** Lines that say where packages come from; the rest of a manifest may hold addresses of another kind. */
const ofPackages = /\b(?:url|index-url|extra-index-url|find-links|git)\b["']?\s*=|["'][\w.[\],-]+\s*@/;

const variables =
  'write variables in its place, ${INDEX_USER}:${INDEX_PASSWORD}, which the build gets by docker build --secret id=INDEX_USER --secret id=INDEX_PASSWORD; or leave it out of the address';

/** What belongs in the place of a password, by who reads the file. */
const instead: Readonly<Record<PythonPackageManager, string>> = {
  pip: `${variables} and take --secret netrc`,
  pipenv: `${variables} and take --secret netrc`,
  pdm: `${variables} and take --secret netrc`,
  poetry: 'leave it out of the address, and take --secret netrc',
  uv: 'leave it out of the address, and take --secret uv',
};

/** Throws InputError `written-password` where a list of dependencies or of indexes holds what opens one. */
export function refuseWrittenPasswords(
  project: ProjectView,
  manager: PythonPackageManager,
  requirementsPaths: readonly string[],
): void {
  const refuse = (path: string, where?: RegExp) =>
    refuseWrittenPassword(passwordInAddress(project.read(path), where), instead[manager]);
  for (const path of [...requirementsPaths, 'uv.toml', 'pdm.toml']) refuse(path);
  for (const path of ['pyproject.toml', 'Pipfile']) refuse(path, ofPackages);
  const kept =
    project.read('pdm.toml')?.match(/^[^#\n]*?\b(?<value>password)[ \t]*=[ \t]*["'][^"'\n]/m) ?? null;
  refuseWrittenPassword(kept, 'keep it in your own settings, and take --secret netrc');
}
