import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { textsOf } from './shape.js';

/** Compiled code of the project itself. */
export interface OwnExtension {
  /** Where it is stated. */
  readonly source: string;
  /** What compiles it beside a C compiler, by the catalogue's ids. */
  readonly needs: readonly Fact<string>[];
}

/** Build requirements that compile something of the project, and what they need of the distribution. */
const compilers: readonly (readonly [name: RegExp, ...needs: string[]])[] = [
  [/^(?:maturin|setuptools[-_]rust)\b/i, 'rust'],
  [/^(?:scikit-build(?:-core)?|pybind11|nanobind)\b/i, 'cmake'],
  [/^(?:meson-python|cython|cffi)\b/i],
];

/** Extensions of setup.py: https://docs.python.org/3/extending/building.html */
const extension = /\b(?<value>ext_modules|cffi_modules|rust_extensions)[ \t]*=/;

/** The extension that installing the project compiles, null where it is pure Python. */
export function ownExtension(project: ProjectView): OwnExtension | null {
  const required = project.toml('pyproject.toml')?.get('build-system', 'requires');
  for (const [name, ...needs] of required ? compilers : []) {
    if (textsOf(required?.value).some((text) => name.test(text))) return stated(required!.source, needs);
  }
  const setup = project.read('setup.py')?.match(extension);
  return setup ? stated(setup.source, setup.value === 'rust_extensions' ? ['rust'] : []) : null;
}

function stated(source: string, needs: readonly string[]): OwnExtension {
  return { source, needs: needs.map((value) => ({ value, source })) };
}
