import { posix } from 'node:path';
import semver from 'semver';
import type { ProjectView } from '../../project/view.js';
import type { Prisma } from '../facts.js';
import type { Manifest } from './manifest.js';
import type { NodeApp } from './node-app.js';
import type { Installer } from './package-manager.js';

/** https://www.prisma.io/docs/orm/prisma-schema/overview/location */
const usualSchemas = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema'];

/** Before 7 the client asks a program of machine code, which is linked to OpenSSL. */
const firstWithoutEngines = 7;

/** https://www.prisma.io/docs/orm/reference/prisma-config-reference */
const settings = ['prisma.config.ts', 'prisma.config.js', 'prisma.config.mjs', '.config/prisma.ts'];

/** The schema that `prisma generate` reads: the app's, or that of a member that it needs; null where no client is generated. */
export function prismaOf(app: NodeApp, { packageManager }: Pick<Installer, 'packageManager'>): Prisma | null {
  const { membership, project, manifest } = app;
  if (!membership) return clientOf({ folder: '.', project, manifest }, manifest, false);
  const { root, needed } = membership;
  const rootManifest = root.json('package.json');
  const links =
    packageManager.value === 'pnpm' && !/^node-linker\s*=\s*hoisted/m.test(root.read('.npmrc')?.text ?? '');
  const brought =
    rootManifest?.string('devDependencies', 'prisma') ?? rootManifest?.string('dependencies', 'prisma');
  for (const member of needed) {
    const place = { ...member, project: root.below(member.folder) };
    const client = clientOf(place, brought ? null : member.manifest, links);
    if (client !== null) return client;
  }
  return null;
}

/** What generating it reads, from the workspace's root; the app's own schema is among what its install reads. Folders end with `/`. */
export function prismaFiles(root: ProjectView, client: Prisma | null): string[] {
  if (client === null || client.folder === '.') return [];
  const { folder, schema } = client;
  const above = posix.dirname(schema);
  const wanted = above === '.' ? (root.has(posix.join(folder, schema)) ? schema : `${schema}/`) : `${above}/`;
  const config = settings.map((path) => posix.join(folder, path)).filter((path) => root.has(path));
  return [posix.join(folder, wanted), ...config];
}

/** A package that may hold a schema. */
interface Holder {
  readonly folder: string;
  readonly project: ProjectView;
  readonly manifest: Manifest;
}

/** `tools`: the manifest that has to bring Prisma's own program, null where another one does. `links`: packages lie where the package manager alone can name them. */
function clientOf(
  { folder, project, manifest }: Holder,
  tools: Manifest | null,
  links: boolean,
): Prisma | null {
  const range = manifest.dependency('@prisma/client') ?? manifest.dependency('prisma');
  const tool = tools === null || (tools.dependency('prisma') ?? tools.devDependency('prisma'));
  const stated = manifest.string('prisma', 'schema')?.value;
  const schema = [...(stated === undefined ? [] : [stated]), ...usualSchemas].find(
    (path) => project.has(path) || project.hasFolder(path),
  );
  if (!range || !tool || schema === undefined) return null;
  const oldest = semver.validRange(range.value) ? semver.minVersion(range.value) : null;
  const output = generatedFolders(project, schema);
  return {
    folder,
    schema,
    engines: { value: oldest === null || oldest.major < firstWithoutEngines, source: range.source },
    output,
    place: output.length > 0 ? 'sources' : links ? 'linked' : 'packages',
    variables: neededVariables(project),
  };
}

/** `output = "../src/generated/prisma"` of its generators, seen from the file that says so. */
function generatedFolders(project: ProjectView, schema: string): string[] {
  const files = project.hasFolder(schema)
    ? project.files.filter((path) => path.startsWith(`${schema}/`) && path.endsWith('.prisma'))
    : [schema];
  const folders = files.flatMap((path) => {
    const generators = (project.read(path)?.text ?? '').matchAll(/^generator\s+\w+\s*\{(?<body>[^}]*)\}/gm);
    return [...generators].flatMap(({ groups }) => {
      const client = /^\s*provider\s*=\s*"prisma-client(?:-js)?"/m.test(groups?.['body'] ?? '');
      const output = /^\s*output\s*=\s*"(?<path>[^"\n]+)"/m.exec(groups?.['body'] ?? '')?.groups?.['path'];
      return client && output !== undefined ? [posix.join(posix.dirname(path), output)] : [];
    });
  });
  return folders.filter((folder) => /^\w/.test(folder) && !folder.includes('node_modules'));
}

/** `env('DATABASE_URL')` of its settings fails where the variable is not set, though nothing connects. */
function neededVariables(project: ProjectView): string[] {
  const path = settings.find((name) => project.has(name));
  const text = path === undefined ? '' : (project.read(path)?.text ?? '');
  if (!/\bfrom\s*['"]prisma\/config['"]/.test(text)) return [];
  const names = [...text.matchAll(/\benv(?:<[^>\n]*>)?\(\s*['"](?<name>\w+)['"]\s*\)/g)];
  return [...new Set(names.map(({ groups }) => groups?.['name'] ?? ''))];
}
