import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageManager } from '../../src/detect/facts.js';
import { must } from './engine.js';

/**
 * Lock files that name the registry they were made with are made when they are needed, by the package manager
 * itself, so that the fixtures hold none. `folder` is the app's.
 */
export async function makeLockFile(packageManager: PackageManager | null, folder: string): Promise<void> {
  if (packageManager !== null) await makers[packageManager]?.(folder);
}

const makers: Partial<Record<PackageManager, (folder: string) => Promise<void>>> = {
  yarn: async (folder) => {
    await must(
      ['npx', '--yes', 'yarn@1.22.22', 'install', '--ignore-scripts', '--ignore-engines', '--silent'],
      { cwd: folder },
    );
    rmSync(join(folder, 'node_modules'), { recursive: true });
  },
  uv: (folder) =>
    withPythonTool('uv', (bin) =>
      must([join(bin, 'uv'), 'lock', '--quiet', '--no-python-downloads'], { cwd: folder }),
    ),
  pipenv: (folder) => withPythonTool('pipenv', (bin) => must([join(bin, 'pipenv'), 'lock'], { cwd: folder })),
};

/** Installs a tool into a virtual environment that is gone when `use` is done. */
export async function withPythonTool(tool: string, use: (bin: string) => Promise<unknown>): Promise<void> {
  const environment = mkdtempSync(join(tmpdir(), 'tool-'));
  try {
    await must(['python3', '-m', 'venv', environment]);
    await must([join(environment, 'bin/pip'), 'install', '--quiet', tool]);
    await use(join(environment, 'bin'));
  } finally {
    rmSync(environment, { recursive: true });
  }
}
