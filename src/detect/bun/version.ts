import type { Fact } from '../../fact.js';
import type { NodeApp } from '../node/node-app.js';
import { miseVersion, toolVersion, versionFile } from '../pinned-tool.js';

/** Bun's version: first what developers really run, then what the package says it can run on. */
export function bunVersion({ project, manifest }: NodeApp): Fact<string> | null {
  return (
    versionFile(project, '.bun-version') ??
    toolVersion(project, 'bun') ??
    miseVersion(project, 'mise.toml', 'bun') ??
    miseVersion(project, '.mise.toml', 'bun') ??
    packageManagerPin(manifest) ??
    manifest.string('engines', 'bun')
  );
}

/** `"packageManager": "bun@1.4.0"`: Bun is one program, whether it installs or runs. */
function packageManagerPin(manifest: NodeApp['manifest']): Fact<string> | null {
  const field = manifest.string('packageManager');
  const version = /^bun@(?<version>[^\s+]+)/.exec(field?.value ?? '')?.groups?.['version'];
  return field && version !== undefined ? { value: version, source: field.source } : null;
}
