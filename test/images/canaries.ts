import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands in every canary. Random, so that nothing else in an image can hold it. */
export const canary = `canary-${randomUUID()}`;

/** What such a file could say around what is secret, where an app might read it. */
const texts: Readonly<Record<string, string>> = {
  '.env': `PASSWORD=${canary}\n`,
  '.npmrc': `fund=false\n//packages.example.com/:_authToken=${canary}\n`,
  '.git/config': `[remote "origin"]\n\turl = https://user:${canary}@git.example.com/app.git\n`,
  'key.pem': `-----BEGIN PRIVATE KEY-----\n${canary}\n`,
  'credentials.json': `{ "client_secret": "${canary}" }\n`,
  // Compose reads it beside compose.yaml.
  'docker-compose.override.yml': `services: {}\n# ${canary}\n# `,
  'service-account.json': `{ "private_key": "${canary}" }\n`,
};

/** Names that lie about in real projects, at the top as in any folder below. */
const anywhere = [
  '.env',
  '.env.local',
  '.env.production.local',
  '.envrc',
  'prod.env',
  'env.local',
  'key.pem',
  'server.key',
  'server.p12',
  'server.pfx',
  'keys.jks',
  'id_rsa',
  'id_ed25519.old',
  '.ssh/config',
  '.npmrc',
  '.yarnrc.yml',
  '.pypirc',
  '.netrc',
  'pip.conf',
  '.git-credentials',
  '.docker/config.json',
  '.aws/credentials',
  '.azure/accessTokens.json',
  '.config/gcloud/application_default_credentials.json',
  'credentials.json',
  'service-account.json',
  'kubeconfig',
  'staging.kubeconfig',
  '.kube/config',
  'terraform.tfstate',
  'terraform.tfstate.backup',
  'prod.tfvars',
  '.terraform/modules.json',
  'dump.sql',
  'backup-2026.sql',
  'customers.sql.gz',
  'local.db',
  'local.sqlite3',
  'node_modules/canary/index.js',
  '__pycache__/old.cpython-314.pyc',
  '.idea/workspace.xml',
  '.vscode/settings.json',
  '.main.js.swp',
  'notes.txt~',
  '.DS_Store',
  'debug.log',
] as const;

/** Names that mean this only at the top of a project. */
const atTheTop = [
  '.git/config',
  '.git/HEAD',
  '.gitlab-ci.yml',
  '.github/workflows/canary.yml',
  '.circleci/config.yml',
  'Jenkinsfile',
  'Dockerfile.old',
  'docker-compose.override.yml',
  'compose.dev.yaml',
  'NOTES.md',
] as const;

/** Folders of documents and tests, at the top and in every member of a workspace. */
const inEachPackage = ['docs/canary.md', 'test/canary.txt', 'tests/deep/down/canary.txt'] as const;

/** Puts canaries at the top of a project, into `members` and deep down. What the project has is left alone. */
export function releaseCanaries(folder: string, members: readonly string[]): void {
  const packages = ['', ...members.map((member) => `${member}/`)];
  const paths = [
    ...atTheTop,
    ...packages.flatMap((start) => inEachPackage.map((path) => `${start}${path}`)),
    ...[...packages, 'deep/down/'].flatMap((start) => anywhere.map((path) => `${start}${path}`)),
  ];
  for (const path of paths) release(folder, path);
}

function release(folder: string, path: string): void {
  const place = join(folder, path);
  if (existsSync(place)) return;
  const name = Object.keys(texts).find((known) => path === known || path.endsWith(`/${known}`));
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, `${texts[name ?? ''] ?? `${canary}\n`}${path}\n`);
}
