import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { pending } from './pending.js';

/** What Trivy says of one file, as far as it needs no database. */
export interface ScannedFile {
  readonly Misconfigurations?: readonly { readonly ID: string; readonly Severity: string }[];
  readonly Secrets?: readonly { readonly RuleID: string }[];
}

/** Trivy's JSON over a folder: with the checks that it brings, and without a question to anybody. */
export function scannedByTrivy(
  context: Mocha.Context,
  folder: string,
  args: readonly string[],
): ScannedFile[] {
  const offline = ['--skip-check-update', '--skip-version-check', '--disable-telemetry'];
  const { error, stdout, stderr } = spawnSync(
    'trivy',
    [...args, ...offline, '--quiet', '--format', 'json', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  if (error !== undefined) pending(context, 'trivy is not on PATH');
  assert.equal(stderr, '');
  return (JSON.parse(stdout) as { Results?: ScannedFile[] }).Results ?? [];
}
