import { readCatalogue } from '../../read-catalogue.js';

/** `catalogue/node-tool-releases.json`, which says what each part means: by package, a range as semver has it. */
interface ToolReleases {
  readonly hashesWithMd4: Readonly<Record<string, string>> & { readonly webpack: string };
  readonly wantsDistutils: { readonly 'node-gyp': string };
  readonly wantsOldCompiler: { readonly 'node-sass': string };
}

/** Ranges of releases of build tools that want what a maintained Node.js, Python or OpenSSL no longer brings. */
export function toolReleases(): ToolReleases {
  return readCatalogue('node-tool-releases.json');
}
