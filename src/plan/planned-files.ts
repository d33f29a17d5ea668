import type { WebServer } from '../catalogue/catalogue.js';
import type { BaseId } from '../decide/decision.js';
import type { LanguageId } from '../detect/facts.js';
import { ownComposeFile } from '../detect/repository/compose-files.js';
import type { CiId, ScannerId } from '../answers.js';
import { dockerfileName, type ImagePlace } from './image-place.js';
import type { Compose, Pipeline, PlannedFile, Updates } from './plan.js';
import { webServers } from './web-server.js';

/** What decides on which files there will be. */
export interface Occasion extends ImagePlace {
  readonly language: LanguageId;
  readonly base: BaseId;
  readonly server: WebServer | undefined;
  readonly updates: Updates;
  readonly pipeline: Pipeline;
  readonly compose: Compose | null;
  /** Is CONTAINER.md wanted? */
  readonly documents: boolean;
}

/** Every file of the plan: those of the image in the Dockerfile's folder, then those of the whole project. */
export function plannedFiles(occasion: Occasion): PlannedFile[] {
  return [...imageFiles(occasion).map((file) => inFolder(occasion.folder, file)), ...projectFiles(occasion)];
}

function imageFiles({ language, base, server, compose, documents, ...place }: Occasion): PlannedFile[] {
  return [
    {
      path: dockerfileName,
      // A language and a base that differ from all others may have a template of their own.
      templates: [`languages/${language}/${base}.Dockerfile.ejs`, 'Dockerfile.ejs'],
    },
    ...(server === undefined ? [] : [webServers[server].configuration]),
    { path: ignoreFileName(place), templates: ['files/dockerignore.ejs'] },
    ...(compose === null ? [] : [{ path: ownComposeFile.name, templates: ['files/compose.yaml.ejs'] }]),
    ...(documents ? [{ path: 'CONTAINER.md', templates: ['files/CONTAINER.md.ejs'] }] : []),
  ];
}

/** The root of the build context has one file for all images; a Dockerfile's own comes before it: https://docs.docker.com/build/concepts/context/#filename-and-location */
function ignoreFileName({ folder, context }: ImagePlace): string {
  return folder === context ? '.dockerignore' : `${dockerfileName}.dockerignore`;
}

function projectFiles({ updates, pipeline }: Occasion): PlannedFile[] {
  return [...updateFiles(updates), ...pipelineFiles(pipeline)];
}

function updateFiles({ bot, file }: Updates): PlannedFile[] {
  if (bot === 'none' || file === null) return [];
  return [{ path: file, templates: [updateTemplates[bot]], mergedAs: bot }];
}

const updateTemplates = { dependabot: 'files/dependabot.yml.ejs', renovate: 'files/renovate.json.ejs' };

function pipelineFiles({ ci, scanner, ignoreFile }: Pipeline): PlannedFile[] {
  const template = ignoreTemplates[ignoreFile];
  return [
    ...pipelines[ci][scanner],
    ...(ci === 'none' || template === undefined
      ? []
      : [{ path: ignoreFile, templates: [template], mergedAs: 'kept' as const }]),
  ];
}

const pipelines: Readonly<Record<CiId, Readonly<Record<ScannerId, readonly PlannedFile[]>>>> = {
  github: {
    trivy: [githubWorkflow('files/container.yml.ejs')],
    grype: [githubWorkflow('files/container-grype.yml.ejs')],
  },
  gitlab: {
    trivy: gitlabPipeline('files/gitlab-container.yml.ejs'),
    grype: gitlabPipeline('files/gitlab-container-grype.yml.ejs'),
  },
  none: { trivy: [], grype: [] },
};

function githubWorkflow(template: string): PlannedFile {
  return { path: '.github/workflows/container.yml', templates: [template], mergedAs: 'images' };
}

/** GitLab reads one file, the project's own, which names ours. */
function gitlabPipeline(template: string): PlannedFile[] {
  return [
    { path: '.gitlab/container.gitlab-ci.yml', templates: [template], mergedAs: 'images' },
    { path: '.gitlab-ci.yml', templates: ['files/gitlab-ci.yml.ejs'], mergedAs: 'gitlab' },
  ];
}

/** Files of accepted findings that are made where there is none. */
const ignoreTemplates: Readonly<Record<string, string>> = {
  '.trivyignore.yaml': 'files/trivyignore.yaml.ejs',
  '.grype.yaml': 'files/grype.yaml.ejs',
};

function inFolder(folder: string, file: PlannedFile): PlannedFile {
  return folder === '.' ? file : { ...file, path: `${folder}/${file.path}` };
}
