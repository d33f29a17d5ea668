import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real folder for one test: `at` joins POSIX paths to it, `put` writes a file and its folders. */
export interface TemporaryProject {
  readonly root: string;
  at(relative: string): string;
  put(relative: string, text: string | Buffer): string;
  text(relative: string): string;
  /** All entries, sorted, POSIX, folders with `/`. */
  entries(): string[];
  remove(): void;
}

export function temporaryProject(): TemporaryProject {
  const root = mkdtempSync(path.join(tmpdir(), 'baseimage-test-'));
  const at = (relative: string) => path.join(root, ...relative.split('/'));
  return {
    root,
    at,
    put(relative, text) {
      mkdirSync(path.dirname(at(relative)), { recursive: true });
      writeFileSync(at(relative), text);
      return at(relative);
    },
    text: (relative) => readFileSync(at(relative), 'utf8'),
    entries: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .map((entry) => {
          const below = path
            .relative(root, path.join(entry.parentPath, entry.name))
            .split(path.sep)
            .join('/');
          return entry.isDirectory() ? `${below}/` : below;
        })
        .sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
