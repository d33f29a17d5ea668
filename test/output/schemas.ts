import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { packageRoot } from '../../src/package-root.js';

/** Where the JSON Schemas lie that other people publish. */
export const schemaFolder = process.env['BASEIMAGE_SCHEMAS'] ?? path.join(packageRoot(), '../shared/schemas');

export function compiledSchema(place: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(place, 'utf8')) as object;
  return new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
}
