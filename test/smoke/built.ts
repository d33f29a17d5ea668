import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.js';

/** The built package, as it is shipped: `npm run build` makes it. */
export const builtBin = path.join(packageRoot(), 'dist/bin/baseimage.cjs');

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Start {
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
}

/** Runs a program of Node.js in a folder; nobody can be asked. */
export function runNode(cwd: string, args: readonly string[], start: Start = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { env, ...user } = start;
    const options = { cwd, env: { ...process.env, ...env }, timeout: 60_000, maxBuffer: 1e8, ...user };
    const child = execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ status: (error?.code as number | undefined) ?? 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** A temporary folder with a copy of a golden project in `project`. */
export async function withCopy(
  project: string,
  act: (folder: string, copy: string) => Promise<void>,
): Promise<void> {
  assert.ok(existsSync(builtBin), `no ${builtBin}: npm run build`);
  const folder = mkdtempSync(path.join(tmpdir(), 'baseimage-smoke-'));
  try {
    const copy = path.join(folder, 'project');
    cpSync(path.join(packageRoot(), 'test/golden/projects', project), copy, { recursive: true });
    await act(folder, copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
