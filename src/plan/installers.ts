import { buildImage } from '../catalogue/fill.js';
import type { PackageManager } from '../detect/facts.js';
import type { Installer } from './plan.js';

type NodeManager = Extract<PackageManager, 'npm' | 'yarn' | 'yarn-berry' | 'pnpm' | 'bun'>;

/** What an installer's commands depend on. */
export interface InstallerInput {
  /** Only a lock file that fits the manifests can be frozen. */
  readonly lock: 'fits' | 'stale' | 'none';
  /** The package manager's own version, exact. */
  readonly version: string;
  /** Install the development tools too? */
  readonly development: boolean;
  /** Can Yarn 2 and later leave the development tools out by itself? */
  readonly focuses: boolean;
  /** Does the build stage's image bring Yarn 1? */
  readonly bringsYarn: boolean;
  /** The build stage's home folder. */
  readonly home: string;
  readonly alpine: boolean;
}

/** Each package manager's commands as its own documentation gives them for containers and CI. */
export const installers: Readonly<Record<NodeManager, (input: InstallerInput) => Installer>> = {
  // https://docs.npmjs.com/cli/commands/npm-ci
  npm: ({ lock, development, home }) => ({
    id: 'npm',
    setup: null,
    companion: null,
    cache: `${home}/.npm`,
    install: [`npm ${lock === 'fits' ? 'ci' : 'install'}${development ? '' : ' --omit=dev'}`],
    prune: ['npm prune --omit=dev'],
  }),
  // https://classic.yarnpkg.com/en/docs/cli/install
  yarn: ({ lock, version, development, bringsYarn, home }) => ({
    id: 'yarn',
    setup: bringsYarn ? null : byNpm(home, `yarn@${version}`),
    companion: null,
    cache: '/usr/local/share/.cache/yarn',
    install: [
      `yarn install${lock === 'fits' ? ' --frozen-lockfile' : ''}${development ? '' : ' --production'}`,
    ],
    prune: ['yarn install --frozen-lockfile --production --ignore-scripts --prefer-offline'],
  }),
  // https://yarnpkg.com/cli/install, https://yarnpkg.com/cli/workspaces/focus
  'yarn-berry': ({ lock, version, development, focuses, home }) => ({
    id: 'yarn-berry',
    setup: byNpm(home, `--force @yarnpkg/cli-dist@${version}`),
    companion: null,
    cache: `${home}/.yarn/berry/cache`,
    install: [`yarn install${yarnFreezes[lock]}`, ...(development ? [] : yarnLeavesTools(focuses))],
    prune: yarnLeavesTools(focuses),
  }),
  // https://pnpm.io/docker, https://pnpm.io/cli/install
  pnpm: ({ lock, version, development, home }) => ({
    id: 'pnpm',
    setup: byNpm(home, `pnpm@${version}`),
    companion: null,
    cache: `${home}/.local/share/pnpm/store`,
    install: [`pnpm install${pnpmFreezes[lock]}${development ? '' : ' --prod'}`],
    // It keeps what it no longer needs for a week unless told; a builder may have forgotten the cache.
    prune: [
      'pnpm install --prod --frozen-lockfile --prefer-offline --ignore-scripts --config.modules-cache-max-age=0',
    ],
  }),
  // https://bun.com/docs/guides/ecosystem/docker
  bun: ({ lock, version, development, alpine, home }) => ({
    id: 'bun',
    setup: null,
    companion: {
      image: buildImage('bun', alpine ? 'alpine' : 'debian-slim', version),
      path: '/usr/local/bin/bun',
    },
    cache: `${home}/.bun/install/cache`,
    install: [
      `bun install${lock === 'fits' ? ' --frozen-lockfile' : ''}${development ? '' : ' --production'}`,
    ],
    prune: ['rm -rf node_modules', 'bun install --frozen-lockfile --production'],
  }),
};

const yarnFreezes = { fits: ' --immutable', stale: ' --no-immutable', none: '' } as const;
const pnpmFreezes = { fits: ' --frozen-lockfile', stale: ' --no-frozen-lockfile', none: '' } as const;

/** Neither way looks whether the lock file fits: a frozen install has to come before. */
function yarnLeavesTools(focuses: boolean): string[] {
  return focuses
    ? ['yarn workspaces focus --production']
    : ['npm pkg delete devDependencies --force', 'yarn install --no-immutable'];
}

/** A package manager that npm brings. */
function byNpm(home: string, what: string): Installer['setup'] {
  return { cache: `${home}/.npm`, command: `npm install --global ${what}` };
}
