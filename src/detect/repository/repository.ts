import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { findComposeFiles, settingsFolders } from './compose-files.js';
import { composeFolders, dockerfileFolders } from './image-folders.js';
import { harmlessFiles } from './harmless-files.js';
import { findRootImage } from './root-image.js';
import { findDependabotFile, findRenovateFile } from './update-files.js';

/** What the repository holds beside the app that is served, as far as files for the whole of it speak of that. */
export interface RepositoryFacts {
  /** Folders with a Dockerfile, POSIX, `.` for the root, sorted. */
  readonly dockerfileFolders: readonly string[];
  /** The app that the Dockerfile in the root is for, where an earlier run wrote it for one that is not the root itself. */
  readonly rootImage: Fact<string> | null;
  /** Folders with a compose file that names images. */
  readonly composeFolders: readonly string[];
  /** Compose files that somebody else wrote. */
  readonly composeFiles: readonly string[];
  /** Folders with a `.env`, or an example of one. */
  readonly settingsFolders: readonly string[];
  /** The settings of Dependabot that are there. */
  readonly dependabotFile: Fact<string> | null;
  /** The settings of Renovate that are there. */
  readonly renovateFile: Fact<string> | null;
  /** Is there a `.trivyignore`, Trivy's list of accepted findings before it was YAML? */
  readonly plainTrivyIgnore: boolean;
  /** The pipeline of GitLab, where nothing speaks of GitHub's. */
  readonly gitlabFile: Fact<string> | null;
  /** Files that are named like keys, credentials or somebody's data and are none: the app may need them. */
  readonly harmlessFiles: readonly string[];
}

/** The view is that of the whole repository, whichever app is served. */
export function detectRepository(project: ProjectView): RepositoryFacts {
  return {
    dockerfileFolders: dockerfileFolders(project),
    rootImage: findRootImage(project),
    composeFolders: composeFolders(project),
    composeFiles: findComposeFiles(project),
    settingsFolders: settingsFolders(project),
    dependabotFile: findDependabotFile(project),
    renovateFile: findRenovateFile(project),
    plainTrivyIgnore: project.has('.trivyignore'),
    gitlabFile: findGitlabFile(project),
    harmlessFiles: harmlessFiles(project),
  };
}

function findGitlabFile(project: ProjectView): Fact<string> | null {
  const path = '.gitlab-ci.yml';
  return project.has(path) && !project.hasFolder('.github/workflows') ? { value: path, source: path } : null;
}
