import type { ProjectView } from '../../project/view.js';
import { appEngine } from './app-engine.js';
import { aptfile } from './aptfile.js';
import { buildpacks } from './buildpacks.js';
import { cloudFoundry } from './cloud-foundry.js';
import { digitalOcean } from './digital-ocean.js';
import { fly } from './fly.js';
import { heroku } from './heroku.js';
import { mise } from './mise.js';
import { nixpacks } from './nixpacks.js';
import { procfile } from './procfile.js';
import { railpack } from './railpack.js';
import { railway } from './railway.js';
import { render } from './render.js';
import { sourceToImage } from './source-to-image.js';
import type { PlatformFile, Statement } from './statement.js';
import { zeabur } from './zeabur.js';

/**
 * In order of precedence: the file that most platforms read, those that override what a builder finds out, those that describe a deployment, those
 * of builders, and tasks that people run. A Dockerfile is not among them: the tool's own would tell it what it said before.
 */
const platformFiles: readonly PlatformFile[] = [
  procfile,
  railway,
  railpack,
  nixpacks,
  zeabur,
  render,
  fly,
  heroku,
  digitalOcean,
  cloudFoundry,
  appEngine,
  buildpacks,
  sourceToImage,
  aptfile,
  mise,
];

/** What the platforms' files of a project say, the most weighty first. */
export function statements(project: ProjectView): Statement[] {
  return platformFiles.flatMap((read) => read(project) ?? []);
}
