import semver from 'semver';
import type { NodeDetails } from '../facts.js';
import type { NodeApp } from './node-app.js';

/** https://www.prisma.io/docs/orm/prisma-schema/overview/location */
const usualSchemas = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema'];

/** Before 7 the client asks a program of machine code, which is linked to OpenSSL. */
const firstWithoutEngines = 7;

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
  };
}
