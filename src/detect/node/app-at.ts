import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import type { Place } from '../language.js';
import { readManifest } from './manifest.js';
import type { NodeApp } from './node-app.js';
import { nxBuild, type NxBuild } from './nx.js';
import { nxManifest } from './nx-manifest.js';
import { membershipOf } from './workspace.js';

/** The app at the view's root; `place`: where that is no root of its own. */
export function appAt(project: ProjectView, asked: NodeApp['asked'], place: Place | null): NodeApp {
  const manifest = readManifest(project);
  const membership = place && membershipOf(place.root, place.folder);
  const nx = nxBuild(place?.root ?? project, place?.folder ?? '.');
  if (place && nx && !membership) return sharingApp(place, asked, nx);
  return {
    project,
    manifest,
    asked,
    membership,
    nx: nx && seenFrom(place?.folder ?? '.', nx),
    place: (path) => posix.join(manifest.folder, path),
  };
}

/** A project of Nx that has no packages of its own: it is built and run at the root, with the root's. */
function sharingApp({ root }: Place, asked: NodeApp['asked'], nx: NxBuild): NodeApp {
  const manifest = nxManifest(readManifest(root), nx);
  return { project: root, manifest, asked, membership: null, nx, place: (path) => path };
}

function seenFrom(folder: string, nx: NxBuild): NxBuild {
  const inside = (path: string | null) => path && posix.relative(folder, path);
  return {
    ...nx,
    folder: '',
    output: inside(nx.output) ?? nx.output,
    entry: inside(nx.entry),
    main: inside(nx.main),
  };
}
