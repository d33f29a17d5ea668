import type { NodeDetails, NodeWorkspace, Prisma } from '../detect/facts.js';
import type { installers } from './installers.js';

export type NodeManager = keyof typeof installers;
type Words = readonly string[];

/** How each package manager runs a script of the manifest in a folder (`.`: here). */
const scriptRunners: Readonly<Record<NodeManager, (folder: Words, script: string) => Words>> = {
  npm: (folder, script) => ['npm', ...flag('--prefix', folder), 'run', script],
  pnpm: (folder, script) => ['pnpm', ...flag('--dir', folder), 'run', script],
  yarn: (folder, script) => ['yarn', ...flag('--cwd', folder), 'run', script],
  'yarn-berry': (folder, script) => ['yarn', ...folder, 'run', script],
  bun: (folder, script) => ['bun', 'run', ...flag('--cwd', folder), script],
};

/** How each runs a program of the dependencies there. */
const toolRunners: Readonly<Record<NodeManager, (folder: Words, tool: Words) => Words>> = {
  npm: (folder, tool) =>
    folder.length === 0 ? ['npx', ...tool] : ['npm', 'exec', ...flag('--workspace', folder), '--', ...tool],
  pnpm: (folder, tool) => ['pnpm', ...flag('--dir', folder), 'exec', ...tool],
  yarn: (folder, tool) => ['yarn', ...flag('--cwd', folder), 'run', ...tool],
  'yarn-berry': (folder, tool) => ['yarn', ...folder, 'run', ...tool],
  bun: (folder, tool) => ['bun', 'x', ...flag('--cwd', folder), ...tool],
};

export function runScript(manager: NodeManager, folder: string, script: string): Words {
  return scriptRunners[manager](folderWords(folder), script);
}

export function runTool(manager: NodeManager, folder: string, tool: Words): Words {
  return toolRunners[manager](folderWords(folder), tool);
}

function folderWords(folder: string): Words {
  return folder === '.' ? [] : [folder];
}

function flag(name: string, value: Words): Words {
  return value.length === 0 ? [] : [name, ...value];
}

/** What builds the app, in order: install scripts that had to wait, the members that it needs, itself. */
export function buildSteps(manager: NodeManager, details: NodeDetails): Words[] {
  const waiting = details.lateScripts
    .filter(({ runs }) => runs)
    .map(({ folder, name }) => runScript(manager, folder, name));
  return [...withoutDatabase(details), ...waiting, ...ownBuild(manager, details)];
}

/** Rewrites the scripts that build, where some of their steps belong to a deployment. */
function withoutDatabase({ offlineBuild, offlineHooks = [], buildScript, workspace }: NodeDetails): Words[] {
  if (buildScript === null) return [];
  const build = offlineBuild ? [{ name: buildScript.value, line: offlineBuild }] : [];
  const lines = [...build, ...offlineHooks].map(({ name, line }) => `scripts.${name}=${line}`);
  if (lines.length === 0) return [];
  const folder = folderWords(workspace?.folder ?? '.');
  return [['npm', 'pkg', 'set', ...lines, ...flag('--prefix', folder), '--force']];
}

export function generateClient(manager: NodeManager, { folder, schema }: Prisma): Words {
  return runTool(manager, folder, ['prisma', 'generate', '--schema', schema]);
}

function ownBuild(manager: NodeManager, details: NodeDetails): Words[] {
  const { buildScript, buildTool, workspace } = details;
  if (workspace?.orchestrator && workspace.name !== null && buildScript !== null)
    return [runTool(manager, '.', orchestrated[workspace.orchestrator](workspace.name))];
  const members = (workspace?.needs ?? []).flatMap(({ folder, buildScript: script }) =>
    script === null ? [] : [runScript(manager, folder, script)],
  );
  if (buildScript === null) return members;
  const folder = workspace?.folder ?? '.';
  const build = buildTool
    ? runTool(manager, folder, buildTool)
    : runScript(manager, folder, buildScript.value);
  return [...members, details.buildMode ? ['NODE_ENV=production', ...build] : build];
}

/** https://turborepo.com/docs/reference/run, https://nx.dev/reference/nx-commands: both build what the app needs first. */
const orchestrated: Readonly<Record<'turbo' | 'nx', (name: string) => Words>> = {
  turbo: (name) => ['turbo', 'run', 'build', `--filter=${name}`],
  nx: (name) => ['nx', 'build', name],
};

/** Takes scripts out of the manifests that the install step has copied; the sources bring them back. */
export function withoutLateScripts({ lateScripts }: NodeDetails): Words[] {
  const folders = [...new Set(lateScripts.map(({ folder }) => folder))];
  return folders.map((folder) => [
    'npm',
    'pkg',
    'delete',
    ...lateScripts.filter((script) => script.folder === folder).map(({ name }) => `scripts.${name}`),
    ...flag('--prefix', folderWords(folder)),
    // A manifest may ask for another package manager than the one that edits it.
    '--force',
  ]);
}

/** Installs what one member of a workspace needs to run, and nothing of the others. */
export function memberInstall(manager: NodeManager, workspace: NodeWorkspace, focuses: boolean): Words[] {
  const only = [...workspace.needs.map(({ folder }) => folder), workspace.folder];
  return memberInstallers[manager]({ ...workspace, only, focuses });
}

interface MemberInstall extends NodeWorkspace {
  /** The folders of the app and of what it needs. */
  readonly only: Words;
  readonly focuses: boolean;
}

const memberInstallers: Readonly<Record<NodeManager, (member: MemberInstall) => Words[]>> = {
  npm: ({ folder, rootDependencies }) => [
    [
      'npm',
      'ci',
      '--omit=dev',
      '--workspace',
      folder,
      ...(rootDependencies ? ['--include-workspace-root'] : []),
    ],
  ],
  pnpm: ({ only }) => [
    removed(['node_modules', ...only.map((path) => `${path}/node_modules`)]),
    [
      'pnpm',
      'install',
      '--prod',
      '--frozen-lockfile',
      '--prefer-offline',
      ...only.flatMap((path) => ['--filter', `./${path}`]),
    ],
  ],
  // It knows no filter: without their folders the other members are none.
  yarn: ({ others }) => [
    ...(others.length > 0 ? [removed(others)] : []),
    ['yarn', 'install', '--frozen-lockfile', '--production', '--ignore-scripts', '--prefer-offline'],
  ],
  'yarn-berry': ({ name, focuses, only, others }) =>
    focuses && name !== null
      ? [['yarn', 'workspaces', 'focus', name, '--production']]
      : [
          ...(others.length > 0 ? [removed(others)] : []),
          ...['.', ...only].map((path) => [
            'npm',
            'pkg',
            'delete',
            'devDependencies',
            ...flag('--prefix', folderWords(path)),
            '--force',
          ]),
          ['yarn', 'install', '--no-immutable'],
        ],
  bun: ({ only, others }) => [
    removed(['node_modules', ...[...only, ...others].map((path) => `${path}/node_modules`)]),
    [
      'bun',
      'install',
      '--frozen-lockfile',
      '--production',
      ...only.flatMap((path) => ['--filter', `./${path}`]),
    ],
  ],
};

function removed(paths: Words): Words {
  return ['rm', '-rf', ...paths];
}
