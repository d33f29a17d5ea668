import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import type { NodeDetails } from '../detect/facts.js';
import type { NodeBuild } from './plan.js';

type Setting = NonNullable<NodeBuild['environment']>[number];

/** What a setting depends on. `node`: the version that is installed with, exact. `image`: the one that the install runs in. */
interface Install {
  readonly packageManager: string;
  readonly node: string;
  readonly image: string;
}

interface Row extends Setting {
  applies(details: NodeDetails, install: Install): boolean;
}

const otherNode = 'The manifest asks for another Node.js than there is an image of.';

const rows: readonly Row[] = [
  {
    applies: (details, { packageManager, node }) =>
      packageManager === 'yarn' && !meets(node, details.strictEngines),
    name: 'YARN_IGNORE_ENGINES',
    value: 'true',
    because: otherNode,
  },
  {
    applies: (details, { packageManager, node }) =>
      packageManager !== 'yarn' && !meets(node, details.strictEngines),
    name: 'NPM_CONFIG_ENGINE_STRICT',
    value: 'false',
    because: otherNode,
  },
  {
    applies: ({ developmentRuntime: range }, { packageManager, node }) =>
      packageManager === 'npm' && range !== null && !meets(node, [range]),
    name: 'NPM_CONFIG_FORCE',
    value: 'true',
    because: otherNode,
  },
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
    applies: ({ packageManagerVersion: version }, { packageManager }) =>
      packageManager === 'pnpm' && Number(version?.value.split('.')[0]) >= 11,
    name: 'PNPM_CONFIG_PM_ON_FAIL',
    value: 'ignore',
    because: 'The pnpm that the project asks for is the one that is installed.',
  },
  {
    // https://github.com/nodejs/docker-node: what Node.js is compiled with lies beside it.
    applies: ({ systemPackages }, { image }) =>
      image.startsWith('node:') && systemPackages.some(({ value }) => value === 'setuptools'),
    name: 'npm_config_nodedir',
    value: '/usr/local',
    because: "An old node-gyp compiles with the image's headers, in place of fetching some.",
  },
  {
    applies: ({ peersConflict }) => peersConflict,
    name: 'NPM_CONFIG_LEGACY_PEER_DEPS',
    value: 'true',
    because: 'The lock file was made so: npm would refuse the peers in it.',
  },
  {
    applies: ({ browser }) => browser?.value.startsWith('playwright') === true,
    name: 'PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD',
    value: '1',
    because: "The browser is the distribution's, with the libraries that it needs.",
  },
  {
    applies: ({ browser }) => browser?.value === 'puppeteer',
    name: 'PUPPETEER_SKIP_DOWNLOAD',
    value: 'true',
    because: "The browser is the distribution's, with the libraries that it needs.",
  },
];

/** Settings that hold from the install on, each with its reason. */
export function installEnvironment(details: NodeDetails, install: Install): Setting[] {
  const unneeded = details.needlessDownloads.map(([name, value]) => ({
    name,
    value,
    because: 'What only tests use is not downloaded.',
  }));
  const settings = rows
    .filter(({ applies }) => applies(details, install))
    .map(({ name, value, because }) => ({ name, value, because }));
  const asked = (details.prisma?.variables ?? []).map((name) => ({
    name,
    value: 'none',
    because: "Prisma's settings ask for it; nothing connects while the client is generated.",
  }));
  return [...settings, ...unneeded, ...asked, ...details.buildEnvironment];
}

/** What is no range says nothing. */
function meets(node: string, ranges: readonly string[]): boolean {
  return ranges.every((range) => validRange(range) === null || satisfies(node, range));
}
