import type { NodeDetails } from '../detect/facts.js';
import type { NodeBuild } from './plan.js';

type Setting = NonNullable<NodeBuild['environment']>[number];

interface Row extends Setting {
  applies(details: NodeDetails, packageManager: string): boolean;
}

const rows: readonly Row[] = [
  {
    applies: ({ cachesInProject }) => cachesInProject,
    name: 'YARN_ENABLE_GLOBAL_CACHE',
    value: 'true',
    because: 'Downloads go where the cache is mounted.',
  },
  {
    applies: ({ nodeLinker }) => nodeLinker === 'pnp',
    name: 'YARN_NODE_LINKER',
    value: 'node-modules',
    because: "Packages in node_modules: what runs then needs no loader of Yarn's.",
  },
  {
    // https://pnpm.io/settings#pmonfail: it asks the lock file which pnpm to download, even where it is that one.
    applies: ({ packageManagerVersion: version }, manager) =>
      manager === 'pnpm' && Number(version?.value.split('.')[0]) >= 11,
    name: 'PNPM_CONFIG_PM_ON_FAIL',
    value: 'ignore',
    because: 'The pnpm that the project asks for is the one that is installed.',
  },
  {
    applies: ({ peersConflict }) => peersConflict,
    name: 'NPM_CONFIG_LEGACY_PEER_DEPS',
    value: 'true',
    because: 'The lock file was made so: npm would refuse the peers in it.',
  },
  {
    applies: ({ browser }) => browser?.value === 'puppeteer',
    name: 'PUPPETEER_SKIP_DOWNLOAD',
    value: 'true',
    because: "The browser is the distribution's, with the libraries that it needs.",
  },
];

/** Settings that hold from the install on, each with its reason. */
export function installEnvironment(details: NodeDetails, packageManager: string): Setting[] {
  const unneeded = details.needlessDownloads.map(([name, value]) => ({
    name,
    value,
    because: 'What only tests use is not downloaded.',
  }));
  const settings = rows
    .filter(({ applies }) => applies(details, packageManager))
    .map(({ name, value, because }) => ({ name, value, because }));
  return [...settings, ...unneeded, ...details.buildEnvironment];
}
