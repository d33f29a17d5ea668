import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small Express app that states everything, so that nothing but the tree has to be asked. */
export const expressFiles: Readonly<Record<string, string>> = {
  'package.json':
    '{\n  "name": "api",\n  "scripts": { "start": "node server.js" },\n  "dependencies": { "express": "^5.0.0" }\n}\n',
  'package-lock.json':
    '{ "name": "api", "lockfileVersion": 3, "packages": { "": { "dependencies": { "express": "^5.0.0" } } } }\n',
  'server.js': "require('express')().listen(3000);\n",
};

/** What is generated for it. */
export const generatedFiles = [
  '.dockerignore',
  '.github/dependabot.yml',
  '.github/workflows/container.yml',
  '.trivyignore.yaml',
  'Dockerfile',
];

export function writeProject(root: string, files: Readonly<Record<string, string>> = expressFiles): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

/** Runs something in a new folder that holds the project, and removes the folder. */
export async function inProject<T>(
  action: (root: string) => Promise<T>,
  files: Readonly<Record<string, string>> = expressFiles,
): Promise<T> {
  const root = mkdtempSync(path.join(tmpdir(), 'baseimage-'));
  try {
    writeProject(root, files);
    return await action(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Every file below a folder with its text. */
export function textsBelow(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) =>
    path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  );
  return Object.fromEntries(paths.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}
