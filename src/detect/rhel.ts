import type { Fact } from '../fact.js';
import type { ProjectFile, ProjectView } from '../project/view.js';

/** Resources that OpenShift alone knows. */
const openShiftResource =
  /^[ \t]*(?:-[ \t]+)?(?:apiVersion:[ \t]*["']?(?:route|build|image|apps|template)\.openshift\.io\/|kind:[ \t]*["']?(?:DeploymentConfig|BuildConfig|ImageStream)["']?[ \t]*(?:#|$))/m;

/** Red Hat's own image hosts. */
const redHatImage = /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*registry\.(?:access\.)?redhat\.(?:com|io)\//im;

const manifestFolders = ['openshift', '.openshift', 'k8s', 'kubernetes', 'deploy', 'manifests'];

/** Files that say that the app runs on Red Hat: OpenShift manifests, a Dockerfile on a Red Hat image. Null where none does. */
export function detectRhel(project: ProjectView): Fact<boolean> | null {
  for (const path of project.files) {
    const pattern = isManifest(path) ? openShiftResource : isContainerfile(path) ? redHatImage : null;
    const found = pattern && said(project.read(path), pattern);
    if (found) return found;
  }
  return null;
}

function said(file: ProjectFile | null, pattern: RegExp): Fact<boolean> | null {
  const found = file && pattern.exec(file.text);
  return found ? file.fact(true, found.index + found[0].length - found[0].trimStart().length) : null;
}

function isManifest(path: string): boolean {
  const [folder] = path.split('/');
  return /\.ya?ml$/.test(path) && (!path.includes('/') || manifestFolders.includes(folder!));
}

function isContainerfile(path: string): boolean {
  return /^(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$/.test(path);
}
