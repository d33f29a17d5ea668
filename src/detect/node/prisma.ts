import { posix } from 'node:path';
import semver from 'semver';
import type { ProjectView } from '../../project/view.js';
import type { NodeDetails } from '../facts.js';
import type { NodeApp } from './node-app.js';

/** https://www.prisma.io/docs/orm/prisma-schema/overview/location */
const usualSchemas = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema'];

/** Before 7 the client asks a program of machine code, which is linked to OpenSSL. */
const firstWithoutEngines = 7;

/** https://www.prisma.io/docs/orm/reference/prisma-config-reference */
const settings = ['prisma.config.ts', 'prisma.config.js', 'prisma.config.mjs', '.config/prisma.ts'];

/** The schema that `prisma generate` reads, null where no client is generated. */
export function prismaOf({ project, manifest }: NodeApp): NodeDetails['prisma'] {
  const range = manifest.dependency('@prisma/client') ?? manifest.dependency('prisma');
  const tool = manifest.dependency('prisma') ?? manifest.devDependency('prisma');
  const stated = manifest.string('prisma', 'schema')?.value;
  const schema = [...(stated === undefined ? [] : [stated]), ...usualSchemas].find(
    (path) => project.has(path) || project.hasFolder(path),
  );
  if (!range || !tool || schema === undefined) return null;
  const oldest = semver.validRange(range.value) ? semver.minVersion(range.value) : null;
  return {
    schema,
    engines: { value: oldest === null || oldest.major < firstWithoutEngines, source: range.source },
    output: generatedFolders(project, schema),
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
  const text = project.read(settings.find((path) => project.has(path)) ?? '')?.text ?? '';
  if (!/\bfrom\s*['"]prisma\/config['"]/.test(text)) return [];
  const names = [...text.matchAll(/\benv(?:<[^>\n]*>)?\(\s*['"](?<name>\w+)['"]\s*\)/g)];
  return [...new Set(names.map(({ groups }) => groups?.['name'] ?? ''))];
}
