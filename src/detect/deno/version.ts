import type { Fact } from '../../fact.js';
import { miseVersion, toolVersion, versionFile } from '../pinned-tool.js';
import type { DenoApp } from './deno-app.js';

/** Deno's version: first what developers really run, then what the package says it can run on. */
export function denoVersion({ project, manifest }: DenoApp): Fact<string> | null {
  return (
    versionFile(project, '.dvmrc') ??
    versionFile(project, '.deno-version') ??
    toolVersion(project, 'deno') ??
    miseVersion(project, 'mise.toml', 'deno') ??
    miseVersion(project, '.mise.toml', 'deno') ??
    manifest.string('engines', 'deno')
  );
}
