import { secretKinds, type SecretKind } from '../answers.js';
import { InputError } from '../errors.js';
import type { PlanContext } from './context.js';
import type { BuildSecret, Plan, SecretFile } from './plan.js';

type UserFile = Omit<SecretFile, 'required'>;

interface Kind {
  /** The package managers that read it. */
  readonly managers: readonly string[];
  /** `home`: of who installs. */
  file(home: string, manager: string): UserFile;
  /** Variables that belong to it. */
  readonly variables: readonly string[];
}

/** Passwords by their hosts. Read by what fetches: curl and so git, requests, Go. https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html */
function netrc(home: string): UserFile {
  return { id: 'netrc', source: '$HOME/.netrc', target: `${home}/.netrc` };
}

/** The user's own settings, where each package manager looks for them beside the project's. */
const kinds: Readonly<Record<SecretKind, Kind>> = {
  // https://docs.npmjs.com/cli/configuring-npm/npmrc; Yarn 1, pnpm, Bun and Deno read it too.
  npm: {
    managers: ['npm', 'yarn', 'pnpm', 'bun', 'deno'],
    file: (home) => ({ id: 'npmrc', source: '$HOME/.npmrc', target: `${home}/.npmrc` }),
    variables: [],
  },
  // https://yarnpkg.com/configuration/yarnrc
  yarn: {
    managers: ['yarn-berry'],
    file: (home) => ({ id: 'yarnrc', source: '$HOME/.yarnrc.yml', target: `${home}/.yarnrc.yml` }),
    variables: [],
  },
  // https://pip.pypa.io/en/stable/topics/configuration/: the file of the whole machine, whoever installs. The others
  // name their indexes to pip, which then asks for the password of each host: https://pip.pypa.io/en/stable/topics/authentication/
  pip: {
    managers: ['pip', 'poetry', 'pipenv', 'pdm'],
    file: (home, manager) =>
      manager === 'pip'
        ? { id: 'pipconf', source: '$HOME/.config/pip/pip.conf', target: '/etc/pip.conf' }
        : netrc(home),
    variables: [],
  },
  // https://docs.astral.sh/uv/concepts/authentication/http/: the index is the project's, the password of the user.
  uv: { managers: ['uv'], file: netrc, variables: [] },
  // https://go.dev/ref/mod#private-modules
  go: { managers: ['gomod'], file: netrc, variables: ['GOPRIVATE', 'GOPROXY'] },
  netrc: {
    managers: ['npm', 'yarn', 'yarn-berry', 'pnpm', 'bun', 'pip', 'poetry', 'pipenv', 'pdm', 'uv'],
    file: netrc,
    variables: [],
  },
};

/** What the steps that install get to see, and no layer keeps. */
export interface InstallSecrets {
  readonly secretFiles: readonly SecretFile[];
  /** Variables of the same name. */
  readonly secrets: readonly string[];
}

/** Those that were asked for and that the app's package manager reads, and those that its own settings are. `home`: of who installs. */
export function installSecrets(
  { answers, facts, cell }: PlanContext,
  home = cell.home ?? '/root',
): InstallSecrets {
  const manager = facts.packageManager?.value ?? 'npm';
  const isWritten = 'writtenToken' in facts.details && facts.details.writtenToken !== null;
  const asked = answers.secret?.value ?? [];
  const read = [...new Set([...asked, ...(isWritten ? ['npm' as const] : [])])]
    .map((kind) => ({ ...kinds[kind], required: asked.includes(kind) }))
    .filter((kind) => kind.managers.includes(manager));
  const files = read.map(({ file, required }) => ({ ...file(home, manager), required }));
  return {
    secretFiles: [...new Map(files.map((file) => [file.id, file])).values()],
    secrets: read.flatMap(({ variables }) => variables),
  };
}

/** Throws InputError `contradiction` where nothing in the build would read what was asked for. */
export function refuseUnreadSecrets({ answers, facts }: PlanContext): void {
  const { secret } = answers;
  const frontEnd = facts.details.kind === 'go' ? facts.details.frontEnd : null;
  const managers = [facts, ...(frontEnd === null ? [] : [frontEnd.app])].flatMap(
    ({ packageManager }) => packageManager?.value ?? [],
  );
  const fits = secretKinds.filter((kind) => managers.some((name) => kinds[kind].managers.includes(name)));
  const unread = secret?.value.find((kind) => !fits.includes(kind));
  if (secret === undefined || unread === undefined) return;
  throw new InputError(
    'contradiction',
    `${secret.source}: secret ${unread} is for ${kinds[unread].managers.join(', ')}, and this app is installed by ${managers.join(', ') || 'none of them'}`,
    fits.length === 0 ? 'leave it out' : `give --secret ${fits.join(',')}`,
  );
}

/** Every secret of the build, once, by their ids. */
export function buildSecrets(build: Plan['build']): BuildSecret[] {
  if (build.language === 'none') return [];
  const frontEnd =
    build.language === 'go' && build.frontEnd !== null ? buildSecrets(build.frontEnd.build) : [];
  const variables = (build.secrets ?? []).map((id) => ({ id, source: null, flag: `--secret id=${id}` }));
  const files = build.secretFiles.map(({ id, source }) => ({
    id,
    source,
    flag: `--secret id=${id},src=${source}`,
  }));
  const all: BuildSecret[] = [...files, ...variables, ...frontEnd];
  return [...new Map(all.map((secret) => [secret.id, secret])).values()].sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );
}
