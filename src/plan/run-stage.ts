import { loadLanguage, type BaseEntry } from '../catalogue/catalogue.js';
import type { AppFacts } from '../detect/facts.js';
import { InputError } from '../errors.js';
import type { LanguagePart, PlanContext } from './context.js';
import type { Init } from './init.js';
import { labels } from './labels.js';
import type { Run } from './plan.js';
import { runPackages } from './run-packages.js';
import { webPort } from './web-server.js';

/** The last stage: what the language brings, on the base. Throws InputError `start-unknown` where nothing says what runs. */
export function runStage(context: PlanContext, part: LanguagePart<unknown>, init: Init | null): Run {
  const { base, cell, facts, answers } = context;
  const [program, ...args] = part.program;
  if (program === undefined) throw startUnknown(facts);
  const ownInit = init !== null && init.image === undefined ? [init.package] : [];
  const copiedInit =
    init?.image === undefined ? [] : [{ from: 'init', sources: [init.path], target: '/tini' }];
  return {
    image: cell.run,
    startsUnprivileged: cell.buildUser === 'image',
    ...runPackages(context, part.needs, ownInit),
    reinstall: cell.reinstall ?? [],
    user: base.user,
    workdir: part.workdir,
    path: part.path,
    env: [...home(base), ...part.env],
    copies: [...copiedInit, ...part.copies],
    labels: labels(facts, cell.run),
    port: answers.port?.value ?? facts.port?.value ?? (cell.server === undefined ? null : webPort),
    volumes: part.volumes ?? [],
    startFolder: part.startFolder ?? null,
    stopSignal: part.stopSignal ?? (cell.server === 'nginx' || base.id === 'ubi-init' ? 'SIGTERM' : null),
    entrypoint: [...(init === null ? [] : [init.image === undefined ? init.path : '/tini', '--']), program],
    cmd: args,
  };
}

/** A user that the image brings has a home of its own, which a read-only root does not let it write to. */
function home({ user }: BaseEntry): [name: string, value: string][] {
  return user.how === 'image' || user.how === 'number' ? [['HOME', '/tmp']] : [];
}

function startUnknown(facts: AppFacts): InputError {
  return new InputError(
    'start-unknown',
    `no start command was found for this ${loadLanguage(facts.language.value).title} app`,
    'give it with --start "…", as you would type it in the project\'s folder',
  );
}
