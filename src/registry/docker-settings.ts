import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rootCertificates } from 'node:tls';

/** What a person has told Docker about registries: the same holds here. */
export interface DockerSettings {
  /** `config.json`, with who logged in where. */
  readonly config: DockerConfig;
  /** Addresses that are asked before Docker Hub itself. */
  readonly mirrors: readonly string[];
  /** Hosts that may be asked without TLS. */
  readonly insecure: readonly string[];
  /** The certificates to trust for a host, in PEM; null where those of Node.js will do. */
  authoritiesOf(host: string): readonly string[] | null;
}

/** https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties */
export interface DockerConfig {
  readonly auths?: Readonly<
    Record<string, { auth?: string; username?: string; password?: string; identitytoken?: string }>
  >;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads Docker's files where they usually lie: the person's own, then the machine's. Files that are no JSON count as absent, as a broken one is Docker's to report. */
export function readDockerSettings(env: Environment): DockerSettings {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '/';
  const own = env['DOCKER_CONFIG'] ?? path.join(home, '.docker');
  const folders = [own, path.join(home, '.config', 'docker'), '/etc/docker'];
  const daemons = folders.map((folder) => readJson(path.join(folder, 'daemon.json')));
  return {
    config: readJson(path.join(own, 'config.json')),
    mirrors: daemons.flatMap((daemon) => texts(daemon['registry-mirrors'])),
    insecure: daemons.flatMap((daemon) => texts(daemon['insecure-registries'])),
    authoritiesOf: (host) => authorities(folders.map((folder) => path.join(folder, 'certs.d', host))),
  };
}

/** https://docs.docker.com/engine/security/certificates/: every `.crt` in a host's folder is one that is trusted too. */
function authorities(folders: readonly string[]): readonly string[] | null {
  const files = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.crt'))
      .map((name) => path.join(folder, name)),
  );
  return files.length === 0
    ? null
    : [...rootCertificates, ...files.map((file) => readFileSync(file, 'utf8'))];
}

function readJson(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
