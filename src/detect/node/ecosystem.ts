import type { ProjectView } from '../../project/view.js';
import { plain } from './typescript.js';

const file = /(?:^|\/)(?:ecosystem|pm2|process)[\w.]*\.(?:[cm]?js|json)$/;

/** The program of the first app in PM2's own file, null where the word names no such file. https://pm2.keymetrics.io/docs/usage/application-declaration/ */
export function ecosystemScript(project: ProjectView, word: string): string | null {
  if (!file.test(word)) return null;
  const match = project
    .read(plain(word))
    ?.match(/\bscript["']?\s*:\s*["'`](?<value>[\w@./-]{1,200}\.[cm]?[jt]s)["'`]/);
  return match ? plain(match.value) : null;
}
