import type { Fact } from '../../fact.js';
import type { NodeApp } from '../node/node-app.js';
import { entryFile } from '../node/program.js';
import { usualFiles } from '../node/start.js';

/** The file that starts where no command says so: what the manifest names, else a usual name. */
export function bunEntry(app: NodeApp): Fact<string> | null {
  const { manifest, project } = app;
  for (const named of [manifest.string('module'), manifest.string('main')]) {
    const path = named && entryFile(app, named.value);
    if (named && path && project.has(path)) return { value: path, source: named.source };
  }
  const usual = usualFiles.find((path) => project.has(path));
  return usual === undefined ? null : { value: usual, source: app.place(usual) };
}
