import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { PythonPackageManager } from './package-manager.js';
import { distinctFacts } from '../distinct-facts.js';

/** Where addresses may name variables of the environment: pip's lists, Pipenv's and PDM's sources. */
const settings: Readonly<Record<PythonPackageManager, readonly string[]>> = {
  // https://pip.pypa.io/en/stable/reference/requirements-file-format/#using-environment-variables
  pip: [],
  // https://pipenv.pypa.io/en/latest/credentials.html
  pipenv: ['Pipfile'],
  // https://pdm-project.org/latest/usage/config/#respect-the-order-of-the-sources
  pdm: ['pyproject.toml'],
  poetry: [],
  uv: [],
};

/** An address on a line that is no comment. */
const address = /^[^#\n]*?(?<url>https?:\/\/[^\s"'@]*\$\{[^\s"']*)/gm;
const variable = /\$\{(?<value>[A-Z][A-Z0-9_]{0,99})\}/g;

/** Variables in addresses that packages are fetched from: `https://${USER}:${TOKEN}@packages.example.com/simple`. Each once. */
export function installVariables(
  project: ProjectView,
  manager: PythonPackageManager,
  requirementsPaths: readonly string[],
): Fact<string>[] {
  const paths = [...settings[manager], ...(manager === 'pip' ? requirementsPaths : [])];
  const found = paths.flatMap((path) => {
    const file = project.read(path);
    return [...(file?.text.matchAll(address) ?? [])].flatMap(({ index, groups }) =>
      [...(groups?.['url'] ?? '').matchAll(variable)].flatMap(({ groups: named }) =>
        file && named?.['value'] ? [file.fact(named['value'], index)] : [],
      ),
    );
  });
  return distinctFacts(found);
}
