/**
 * Folders that a walk never enters, and why: what lies in them is not the project's own source. Files in
 * them can still be read by their path. A name may also be the end of a path (`.yarn/cache`).
 */
export const ignoredFolders: Readonly<Record<string, string>> = {
  '.git': 'version control',
  '.hg': 'version control',
  '.svn': 'version control',
  node_modules: 'installed dependencies',
  bower_components: 'installed dependencies',
  '.yarn/cache': 'installed dependencies',
  '.yarn/unplugged': 'installed dependencies',
  '.pnpm-store': 'installed dependencies',
  vendor: 'copied dependencies',
  '.venv': 'virtual environment',
  venv: 'virtual environment',
  __pypackages__: 'installed dependencies',
  __pycache__: 'compiled Python',
  '.tox': 'test environments',
  '.nox': 'test environments',
  '.mypy_cache': 'cache of a checker',
  '.pytest_cache': 'cache of a checker',
  '.ruff_cache': 'cache of a checker',
  '.eslintcache': 'cache of a checker',
  dist: 'build output',
  build: 'build output',
  out: 'build output',
  target: 'build output',
  coverage: 'test output',
  '.nyc_output': 'test output',
  '.next': 'build output',
  '.nuxt': 'build output',
  '.output': 'build output',
  '.svelte-kit': 'build output',
  '.turbo': 'build cache',
  '.cache': 'build cache',
  '.parcel-cache': 'build cache',
  '.gradle': 'build cache',
  '.idea': 'editor settings',
  '.vscode': 'editor settings',
  '.terraform': 'downloaded providers',
  testdata: 'test data, by convention no program of the project',
};

/** A virtual environment may have any name; this file is in each of them. */
export const virtualEnvironmentMark = 'pyvenv.cfg';

/** Is the folder at this POSIX path one of those? */
export function isIgnoredFolder(path: string): boolean {
  const names = path.split('/');
  const last = names.at(-1) ?? '';
  const lastTwo = names.slice(-2).join('/');
  return Object.hasOwn(ignoredFolders, last) || Object.hasOwn(ignoredFolders, lastTwo);
}
