import type { ProjectView } from '../../project/view.js';
import { shellCommands } from '../shell-words.js';
import { plain } from './typescript.js';

/** An app of PM2's own file. */
export interface EcosystemApp {
  readonly script: string;
  readonly args: readonly string[];
  /** Numbers and texts of `env`, those of `env_production` over them. */
  readonly environment: Readonly<Record<string, string>>;
}

const file = /(?:^|\/)(?:ecosystem|pm2|process)[\w.]*\.(?:[cm]?js|json)$/;
const stated = /\bscript["']?\s*:\s*["'`](?<script>[\w@./-]{1,200}\.[cm]?[jt]s)["'`]/g;
const setting =
  /(?<name>[A-Za-z_]\w*)["']?\s*:\s*(?:(?<number>\d+)|"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)')/g;

/** The programs of PM2's own file, in order; empty where the word names no such file. https://pm2.keymetrics.io/docs/usage/application-declaration/ */
export function ecosystemApps(project: ProjectView, word: string): EcosystemApp[] {
  const text = file.test(word) ? (project.read(plain(word))?.text ?? '') : '';
  return [...text.matchAll(stated)].map(({ index, groups }) => {
    const app = around(text, index);
    const args = /\bargs["']?\s*:\s*["'](?<args>[^"'\n]*)["']/.exec(app)?.groups?.['args'] ?? '';
    return {
      script: plain(groups?.['script'] ?? ''),
      args: shellCommands(args)[0]?.words ?? [],
      environment: { ...settings(app, 'env'), ...settings(app, 'env_production') },
    };
  });
}

/** The object that holds what stands at `index`. */
function around(text: string, index: number): string {
  let start = index;
  for (let open = 1; start > 0 && open > 0; start -= 1)
    open += text[start - 1] === '}' ? 1 : text[start - 1] === '{' ? -1 : 0;
  let end = index;
  for (let open = 1; end < text.length && open > 0; end += 1)
    open += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
  return text.slice(start, end);
}

function settings(app: string, name: string): Record<string, string> {
  const block = new RegExp(String.raw`\b${name}["']?\s*:\s*\{(?<block>[^{}]*)\}`).exec(app);
  const pairs = [...(block?.groups?.['block'] ?? '').matchAll(setting)];
  return Object.fromEntries(
    pairs.map(({ groups }) => [
      groups?.['name'] ?? '',
      groups?.['number'] ?? groups?.['double'] ?? groups?.['single'] ?? '',
    ]),
  );
}
