import type { Check } from './image.js';

/** What no image holds, whatever the language. A base's own files are not looked at. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a compiler', /^(?:usr\/)?(?:local\/)?(?:go\/)?bin\/(?:gcc|g\+\+|cc|c\+\+|clang|go|cargo|rustc|make)$/],
  ['a source of a compiled language', /\.(?:go|rs|c|cc|cpp)$/],
  [
    "a package manager's cache",
    /(?:^|\/)(?:\.npm|\.cache|\.yarn\/(?:berry|cache)|\.bun\/install|pnpm\/store|_cacache)\//,
  ],
  [
    "a package manager's cache",
    /^(?:go\/pkg|var\/lib\/apt\/lists|var\/cache\/(?:apk|apt|dnf|yum)|etc\/apk\/cache)\/.+/,
  ],
  ['a package manager', /^venv\/lib\/python[\d.]+\/site-packages\/(?:pip|setuptools|uv)\//],
  [
    'a file about the image',
    /^(?:app\/)?(?:Dockerfile|\.dockerignore|\.trivyignore(?:\.yaml)?|\.grype\.yaml|\.gitlab-ci\.yml|\.yo-rc\.json)$/,
  ],
];

/** Run times that start TypeScript as it is: their sources are what runs. */
const runsTypeScript: ReadonlySet<string> = new Set(['bun', 'deno']);

/** Nothing is in the image that only building needs. */
export const onlyWhatRuns: Check = ({ cell, content }) => {
  // Locks of package managers and the marks of what a layer removed are empty.
  const paths = [...content.files].filter(([, bytes]) => bytes > 0).map(([path]) => path);
  const findings = forbidden.flatMap(([what, pattern]) => {
    const found = paths.filter((path) => pattern.test(path) && !ofDependency(what, path));
    return found.length === 0 ? [] : [`it holds ${what}: ${someOf(found)}`];
  });
  const development = cell.app.developmentPackages.filter((name) =>
    // Below the app's own folder: a distribution's Node.js brings packages of its own elsewhere.
    paths.some((path) => path.startsWith('app/') && path.includes(`/${name}/`)),
  );
  const sources = runsTypeScript.has(cell.app.language)
    ? []
    : paths.filter((path) => /^app\/(?!node_modules\/).*\.ts$/.test(path));
  return [
    ...findings,
    ...development.map((name) => `it holds ${name}, which only developers need`),
    ...(sources.length === 0 ? [] : [`it holds sources that were compiled: ${someOf(sources)}`]),
  ];
};

/** npm packages with an add-on ship its sources: that is theirs. */
function ofDependency(what: string, path: string): boolean {
  return what.startsWith('a source') && /(?:^|\/)(?:node_modules|site-packages)\//.test(path);
}

function someOf(paths: readonly string[]): string {
  return `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''}`;
}
