import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

/** The YAML library, loaded with the first YAML file that is read: it is large, and most projects hold none that matters here. */
export function yamlLibrary(): typeof Yaml {
  return createRequire(import.meta.url)('yaml') as typeof Yaml;
}
