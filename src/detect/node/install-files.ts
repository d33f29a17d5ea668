import { posix } from 'node:path';
import { valueAt } from '../../project/parsed.js';
import { isObject } from './manifest.js';
import type { NodeApp } from './node-app.js';
import type { Installer } from './package-manager.js';
import { installScripts } from './late-scripts.js';
import { shellCommands } from '../shell-words.js';
import { plain } from './typescript.js';
import { writtenToken } from './written-token.js';
import { memberFolders } from './workspace.js';

/** Settings of package managers, beside manifest and lock file. Folders end with `/`. */
const settings: Readonly<Record<Installer['packageManager']['value'], readonly string[]>> = {
  npm: ['.npmrc'],
  yarn: ['.npmrc', '.yarnrc', '.yarn/releases/', '.yarn-offline-mirror/'],
  'yarn-berry': [
    '.npmrc',
    '.yarnrc.yml',
    '.yarn/releases/',
    '.yarn/plugins/',
    '.yarn/patches/',
    '.yarn/cache/',
  ],
  pnpm: ['.npmrc', 'pnpm-workspace.yaml', '.pnpmfile.cjs', '.pnpmfile.mjs'],
  bun: ['.npmrc', 'bunfig.toml'],
};

/** Its install generates the client from the schema where there is one; how the client's files import one another depends on the compiler's settings. */
const filesOfPrisma = ['prisma/', 'prisma.config.ts', '.config/prisma.ts', 'tsconfig.json'];

/** What the install step needs before the sources, from the app's root, sorted. */
export function installFiles(app: NodeApp, { packageManager, lockFile }: Installer): string[] {
  const { project } = app;
  const files = [
    'package.json',
    lockFile,
    ...settings[packageManager.value],
    ...workspaceManifests(app),
    ...localPackages(app),
    ...patches(app),
    ...(packageManager.value === 'yarn' ? offlineMirror(app) : []),
    ...filesOfInstallScripts(app),
    ...(app.manifest.dependency('@prisma/client') ? filesOfPrisma : []),
  ];
  const there = files.filter(
    (path): path is string =>
      path !== null && (path.endsWith('/') ? project.hasFolder(path) : project.has(path)),
  );
  const isSecret = writtenToken(project) !== null;
  return [...new Set(there)].filter((path) => !(isSecret && path === '.npmrc')).sort();
}

/** Every member's manifest has to be there before a workspace is installed. */
function workspaceManifests({ project }: NodeApp): string[] {
  return memberFolders(project).map((folder) => `${folder}/package.json`);
}

/** `file:./lib`, `link:../lib`: folders and archives of the project itself. */
function localPackages({ project, manifest }: NodeApp): string[] {
  const names = [...manifest.dependencies, ...manifest.devDependencies];
  return names.flatMap((name) => {
    const range = (manifest.dependency(name) ?? manifest.devDependency(name))?.value ?? '';
    const path = /^(?:file|link|portal):(?<path>.+)$/.exec(range)?.groups?.['path'];
    if (path === undefined) return [];
    const inside = plain(path);
    return [project.hasFolder(inside) ? `${inside}/` : inside];
  });
}

/** A folder of archives of Yarn 1. https://classic.yarnpkg.com/blog/2016/11/24/offline-mirror/ */
function offlineMirror({ project }: NodeApp): string[] {
  const stated = project.read('.yarnrc')?.match(/^yarn-offline-mirror\s+"?(?<value>\.?[\w./-]+)"?\s*$/m);
  return stated ? [`${plain(stated.value)}/`] : [];
}

/** patch-package and pnpm keep patches in `patches/`; pnpm names them one by one too. */
function patches({ project, manifest }: NodeApp): string[] {
  const named: unknown =
    manifest.get('pnpm', 'patchedDependencies')?.value ??
    manifest.get('patchedDependencies')?.value ??
    valueAt(project.yaml('pnpm-workspace.yaml')?.value, ['patchedDependencies']);
  const files = isObject(named) ? Object.values(named).filter((path) => typeof path === 'string') : [];
  return ['patches/', ...files.map(plain).filter((path) => !path.startsWith('patches/'))];
}

/** `postinstall: node scripts/setup.js` needs that file, and what lies beside it. */
function filesOfInstallScripts({ project, manifest }: NodeApp): string[] {
  const words = installScripts.flatMap((name) =>
    shellCommands(manifest.script(name)?.value ?? '').flatMap((command) => command.words),
  );
  return words.map(plain).flatMap((path) => {
    if (!project.has(path) || !/\.(?:[cm]?[jt]s|sh)$/.test(path)) return [];
    const folder = posix.dirname(path);
    return folder === '.' || folder === 'src' ? [path] : [`${folder}/`];
  });
}
