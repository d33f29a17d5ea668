import type { WebServer } from '../catalogue/catalogue.js';
import type { BaseId } from '../decide/decision.js';
import type { LanguageId } from '../detect/facts.js';
import type { PlannedFile, Updates } from './plan.js';
import { webServers } from './web-server.js';

/** What decides on which files there will be. */
export interface Occasion {
  /** The Dockerfile's folder, POSIX, `.` for the project's root. */
  readonly folder: string;
  readonly language: LanguageId;
  readonly base: BaseId;
  readonly server: WebServer | undefined;
  readonly updates: Updates;
}

/** Every file of the plan: those of the image in the Dockerfile's folder, then those of the whole project. */
export function plannedFiles(occasion: Occasion): PlannedFile[] {
  return [...imageFiles(occasion).map((file) => inFolder(occasion.folder, file)), ...projectFiles(occasion)];
}

function imageFiles({ language, base, server }: Occasion): PlannedFile[] {
  return [
    {
      path: 'Dockerfile',
      // A language and a base that differ from all others may have a template of their own.
      templates: [`languages/${language}/${base}.Dockerfile.ejs`, 'Dockerfile.ejs'],
    },
    ...(server === undefined ? [] : [webServers[server].configuration]),
    { path: '.dockerignore', templates: ['files/dockerignore.ejs'] },
  ];
}

function projectFiles({ updates }: Occasion): PlannedFile[] {
  return [
    ...updateFiles(updates),
    { path: '.github/workflows/container.yml', templates: ['files/container.yml.ejs'] },
    { path: '.trivyignore', templates: ['files/trivyignore.ejs'] },
  ];
}

function updateFiles({ bot, file }: Updates): PlannedFile[] {
  if (bot === 'none' || file === null) return [];
  return [{ path: file, templates: [updateTemplates[bot]], mergedAs: bot }];
}

const updateTemplates = { dependabot: 'files/dependabot.yml.ejs', renovate: 'files/renovate.json.ejs' };

function inFolder(folder: string, file: PlannedFile): PlannedFile {
  return folder === '.' ? file : { ...file, path: `${folder}/${file.path}` };
}
