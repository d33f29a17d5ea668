import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../engine.js';
import { withPythonTool } from '../lock-files.js';
import { checksums, gitHost, modulePath, proxyHost, type GoModules } from './go-modules.js';
import { packageName } from './npm-registry.js';
import type { Credentials, Registry } from './registry.js';

/** Paths below a folder with their texts. */
export type Files = Readonly<Record<string, string>>;

/** What the build is given beside the project. */
export interface Secret {
  readonly id: string;
  /** Where its user has it, below the home folder; null where the environment has it under the id's name. */
  readonly path: string | null;
  readonly text: string;
}

/** A project whose only dependency asks for a password. */
export interface PrivateCell {
  readonly name: string;
  readonly registry: 'npm' | 'python' | 'go';
  readonly flags: readonly string[];
  readonly port: number;
  /** Without what opens the registry. */
  project(registry: Registry): Files;
  secrets(registry: Registry, credentials: Credentials): readonly Secret[];
  /** Makes the lock file. `signedIn`: what a command begins with, so that it has the secrets. */
  lock(folder: string, signedIn: readonly string[]): Promise<unknown>;
  /** A command that lets the image that installs trust such a registry, where a real one needs none. */
  trust?(registry: Registry): string;
  /** What a build without any secret has to say. */
  readonly missing: RegExp;
}

const server = (name: string) => `const http = require('node:http');
const { greeting } = require('${name}');
const server = http.createServer((_, response) => response.end(greeting));
server.listen(3000);
process.on('SIGTERM', () => server.close());
`;

function nodeProject({ greeting }: Registry, packageManager?: string): Files {
  const name = packageName(greeting);
  const manifest = {
    name: 'shop',
    private: true,
    ...(packageManager && { packageManager }),
    scripts: { start: 'node server.js' },
    dependencies: { [name]: '1.0.0' },
  };
  return { 'package.json': `${JSON.stringify(manifest, null, 2)}\n`, 'server.js': server(name) };
}

/** `//172.17.0.1:4873/`, as npm's settings say whose token it is. */
function withoutScheme({ url }: Registry): string {
  return `${url.replace(/^https?:/, '')}/`;
}

const npm = {
  registry: 'npm',
  flags: ['--secret=npm', '--base=debian-slim'],
  port: 3000,
  secrets: (registry: Registry, { token }: Credentials): Secret[] => [
    { id: 'npmrc', path: '.npmrc', text: `${withoutScheme(registry)}:_authToken=${token}\n` },
  ],
  missing: /secret npmrc: not found/,
} as const;

function scope({ url }: Registry): Files {
  return { '.npmrc': `@private:registry=${url}/\n` };
}

/** Runs a package manager of npm's registry in a folder, and leaves nothing installed. */
async function withTool(
  words: readonly string[],
  folder: string,
  signedIn: readonly string[],
): Promise<void> {
  await must([...signedIn, 'npx', '--yes', ...words], { cwd: folder });
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
}

const pythonServer = `import http.server
import os

import baseimage_hello


class Greeter(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(baseimage_hello.greeting.encode())


if __name__ == "__main__":
    http.server.HTTPServer(("0.0.0.0", int(os.environ.get("PORT", "8000"))), Greeter).serve_forever()
`;

function pythonProject(files: Files): Files {
  return { 'main.py': pythonServer, Procfile: 'web: python main.py\n', ...files };
}

function hostOf({ url }: Registry): string {
  return new URL(url).hostname;
}

function netrc(registry: Registry, { user, password }: Credentials): Secret {
  const machine = registry.url.endsWith('.test') ? `${proxyHost}\nmachine ${gitHost}` : hostOf(registry);
  const text = machine
    .split('\nmachine ')
    .map((name) => `machine ${name} login ${user} password ${password}\n`);
  return { id: 'netrc', path: '.netrc', text: text.join('') };
}

const byHost = (registry: Registry, credentials: Credentials): Secret[] => [netrc(registry, credentials)];

const python = { registry: 'python', port: 8000, missing: /secret pipconf: not found/ } as const;

const pipconf = (registry: Registry, { user, password }: Credentials): Secret[] => [
  {
    id: 'pipconf',
    path: '.config/pip/pip.conf',
    text: `[global]\nextra-index-url = ${registry.url.replace('//', `//${user}:${password}@`)}/simple/\ntrusted-host = ${hostOf(registry)}\n`,
  },
];

const poetryProject = ({ url }: Registry): Files =>
  pythonProject({
    'pyproject.toml': `[tool.poetry]\npackage-mode = false\n\n[tool.poetry.dependencies]\npython = ">=3.11"\nbaseimage-hello = { version = "1.0.0", source = "private" }\n\n[[tool.poetry.source]]\nname = "private"\nurl = "${url}/simple/"\npriority = "explicit"\n`,
  });

/** The index's address with variables where user and password belong. */
function withVariables({ url }: Registry): string {
  return `${url.replace('//', '//${INDEX_USER}:${INDEX_PASSWORD}@')}/simple/`;
}

const byVariables = (_: Registry, { user, password }: Credentials): Secret[] => [
  { id: 'INDEX_USER', path: null, text: user },
  { id: 'INDEX_PASSWORD', path: null, text: password },
];

const goProgram = (module: string) => `package main

import (
	"fmt"
	"net/http"

	hello "${module}"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, hello.Greeting) })
	http.ListenAndServe(":8080", nil)
}
`;

const go = {
  registry: 'go',
  flags: ['--secret=go', '--base=scratch'],
  port: 8080,
  project: ({ greeting }: Registry): Files => ({
    'go.mod': `module shop\n\ngo 1.25\n\nrequire ${modulePath(greeting)} v1.0.0\n`,
    'go.sum': checksums(greeting),
    'main.go': goProgram(modulePath(greeting)),
  }),
  trust: (registry: Registry) =>
    `echo ${Buffer.from((registry as GoModules).certificate).toString('base64')} | base64 -d >>/etc/ssl/certs/ca-certificates.crt`,
  lock: async () => {},
  missing: /secret netrc: not found/,
} as const;

export const privateCells: readonly PrivateCell[] = [
  {
    ...npm,
    name: 'npm',
    project: (registry) => ({ ...nodeProject(registry), ...scope(registry) }),
    lock: (folder, signedIn) =>
      must([...signedIn, 'npm', 'install', '--package-lock-only', '--no-audit'], { cwd: folder }),
  },
  {
    ...npm,
    name: 'npm with a variable',
    flags: ['--base=debian-slim'],
    project: (registry) => ({
      ...nodeProject(registry),
      '.npmrc': `@private:registry=${registry.url}/\n${withoutScheme(registry)}:_authToken=\${PRIVATE_TOKEN}\n`,
    }),
    secrets: (_, { token }) => [{ id: 'PRIVATE_TOKEN', path: null, text: token }],
    lock: (folder, signedIn) =>
      must([...signedIn, 'npm', 'install', '--package-lock-only', '--no-audit'], { cwd: folder }),
    missing: /E401|401 Unauthorized/,
  },
  {
    ...npm,
    name: 'yarn 1',
    project: (registry) => ({ ...nodeProject(registry, 'yarn@1.22.22'), ...scope(registry) }),
    lock: (folder, signedIn) => withTool(['yarn@1.22.22', 'install', '--silent'], folder, signedIn),
  },
  {
    ...npm,
    name: 'yarn 4',
    flags: ['--secret=yarn', '--base=debian-slim'],
    project: (registry) => ({
      ...nodeProject(registry, 'yarn@4.18.1'),
      '.yarnrc.yml': `nodeLinker: node-modules\nnpmPreapprovedPackages: ["@private/*"]\nunsafeHttpWhitelist: ["${hostOf(registry)}"]\nnpmScopes:\n  private:\n    npmRegistryServer: "${registry.url}"\n`,
    }),
    secrets: (registry, { token }) => [
      {
        id: 'yarnrc',
        path: '.yarnrc.yml',
        text: `npmRegistries:\n  "${registry.url}":\n    npmAuthToken: ${token}\n`,
      },
    ],
    lock: (folder, signedIn) => withTool(['@yarnpkg/cli-dist@4.18.1', 'install'], folder, signedIn),
    missing: /secret yarnrc: not found/,
  },
  {
    ...npm,
    name: 'pnpm',
    project: (registry) => ({ ...nodeProject(registry, 'pnpm@10.34.8'), ...scope(registry) }),
    lock: (folder, signedIn) => withTool(['pnpm@10.34.8', 'install', '--lockfile-only'], folder, signedIn),
  },
  {
    ...npm,
    name: 'bun',
    project: (registry) => ({ ...nodeProject(registry), ...scope(registry) }),
    lock: (folder, signedIn) => withTool(['bun@1.4.0', 'install', '--lockfile-only'], folder, signedIn),
  },
  {
    ...python,
    name: 'pip',
    flags: ['--secret=pip', '--base=debian-slim'],
    // The project names no registry: without the comment an earlier run's layer would serve.
    project: ({ greeting }) =>
      pythonProject({ 'requirements.txt': `# ${greeting}\nbaseimage-hello==1.0.0\n` }),
    secrets: pipconf,
    lock: async () => {},
  },
  {
    ...python,
    name: 'uv',
    flags: ['--secret=uv', '--base=debian-slim'],
    project: ({ url }) =>
      pythonProject({
        'pyproject.toml': `[project]\nname = "shop"\nversion = "1.0.0"\nrequires-python = ">=3.11"\ndependencies = ["baseimage-hello==1.0.0"]\n\n[[tool.uv.index]]\nname = "private"\nurl = "${url}/simple/"\n`,
      }),
    secrets: byHost,
    lock: (folder, signedIn) =>
      withPythonTool('uv', (bin) =>
        must([...signedIn, join(bin, 'uv'), 'lock', '--quiet', '--no-python-downloads'], { cwd: folder }),
      ),
    missing: /secret netrc: not found/,
  },
  {
    ...python,
    name: 'pip with variables',
    flags: ['--base=debian-slim'],
    project: (registry) =>
      pythonProject({
        'requirements.txt': `--extra-index-url ${withVariables(registry)}\n--trusted-host ${hostOf(registry)}\nbaseimage-hello==1.0.0\n`,
      }),
    secrets: byVariables,
    lock: async () => {},
    missing: /No matching distribution found/,
  },
  {
    ...python,
    name: 'poetry',
    flags: ['--secret=pip', '--base=debian-slim'],
    project: poetryProject,
    secrets: byHost,
    lock: (folder, signedIn) =>
      withPythonTool('poetry', (bin) => must([...signedIn, join(bin, 'poetry'), 'lock'], { cwd: folder })),
    missing: /secret netrc: not found/,
  },
  {
    ...python,
    name: 'poetry without a lock file',
    flags: ['--secret=netrc', '--base=debian-slim'],
    project: poetryProject,
    secrets: byHost,
    lock: async () => {},
    missing: /secret netrc: not found/,
  },
  {
    ...python,
    name: 'pipenv',
    flags: ['--secret=pip', '--base=debian-slim'],
    project: ({ url }) =>
      pythonProject({
        Pipfile: `[[source]]\nurl = "${url}/simple/"\nverify_ssl = false\nname = "private"\n\n[packages]\nbaseimage-hello = "==1.0.0"\n`,
      }),
    secrets: byHost,
    trust: (registry) => `printf '[global]\\ntrusted-host = ${hostOf(registry)}\\n' >/etc/pip.conf`,
    lock: (folder, signedIn) =>
      withPythonTool('pipenv', (bin) => must([...signedIn, join(bin, 'pipenv'), 'lock'], { cwd: folder })),
    missing: /secret netrc: not found/,
  },
  {
    ...python,
    name: 'pdm with variables',
    flags: ['--base=debian-slim'],
    project: (registry) =>
      pythonProject({
        'pyproject.toml': `[project]\nname = "shop"\nversion = "1.0.0"\nrequires-python = ">=3.11"\ndependencies = ["baseimage-hello==1.0.0"]\n\n[tool.pdm]\ndistribution = false\n\n[[tool.pdm.source]]\nname = "private"\nurl = "${withVariables(registry)}"\nverify_ssl = false\n`,
      }),
    secrets: byVariables,
    lock: (folder, signedIn) =>
      withPythonTool('pdm[locked]', (bin) => must([...signedIn, join(bin, 'pdm'), 'lock'], { cwd: folder })),
    missing: /No matching distribution found/,
  },
  {
    ...go,
    name: 'go by a module proxy',
    secrets: (registry, credentials) => [
      netrc(registry, credentials),
      { id: 'GOPROXY', path: null, text: registry.url },
    ],
  },
  {
    ...go,
    name: 'go by git',
    secrets: (registry, credentials) => [
      netrc(registry, credentials),
      { id: 'GOPRIVATE', path: null, text: `${gitHost}/*` },
    ],
  },
];

/** One of each kind: what a change is tried with. */
const everyday = ['npm', 'uv', 'go by a module proxy'];

export function everydayPrivateCells(): PrivateCell[] {
  return privateCells.filter(({ name }) => everyday.includes(name));
}
