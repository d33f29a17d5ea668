import type { Answers } from '../answers.js';
import {
  loadActions,
  loadBase,
  loadCompanions,
  loadLanguage,
  type BaseEntry,
  type Cell,
  type Companions,
} from '../catalogue/catalogue.js';
import { fillCell, nativeCell } from '../catalogue/fill.js';
import { chooseVersion } from '../catalogue/versions.js';
import type { Decision } from '../decide/decision.js';
import type { AppFacts } from '../detect/facts.js';
import { servedAs } from '../detect/served-as.js';
import { InputError } from '../errors.js';
import type { Warning } from '../fact.js';
import type { LanguagePart, PlanContext } from './context.js';
import { planCompose } from './compose.js';
import { withDigests, type Digests } from './digests.js';
import { planDocs } from './docs.js';
import { healthCheck } from './health-check.js';
import { ignoreGroups } from './ignore.js';
import { projectName } from './image-name.js';
import { labels } from './labels.js';
import { planLanguage } from './languages.js';
import type { Plan, Run } from './plan.js';
import { planPipeline } from './pipeline.js';
import { plannedFiles } from './planned-files.js';
import { reasonLine } from './reason-line.js';
import { planService } from './service.js';
import { systemPackages } from './system-packages.js';
import { planUpdates, type Place } from './updates.js';
import { webPort } from './web-server.js';

/** What the plan adds to the decision: itself, and what came up while it was made. */
export interface Planned {
  readonly plan: Plan;
  readonly warnings: readonly Warning[];
}

/** What comes from neither the app nor the decision. */
export interface Placement extends Place {
  /** Of images that are to be pinned; empty where tags will do. */
  readonly digests: Digests;
}

/**
 * From facts and a decision to plain data that templates can say. Pure.
 * Throws InputError where something that can't be left out is neither known nor answered.
 */
export function makePlan(
  facts: AppFacts,
  answers: Answers,
  decision: Decision,
  placement: Placement,
): Planned {
  const { folder, repository, digests } = placement;
  const base = loadBase(decision.base);
  const language = loadLanguage(facts.language.value);
  const cell = buildableCell(loadLanguage(servedAs(facts)).bases[base.id], facts, base);
  const { version, warnings } = chooseVersion(language, cell, facts);
  const companions = loadCompanions();
  const context: PlanContext = {
    facts,
    answers,
    base,
    language,
    version,
    companions,
    cell: fillCell(cell, version, base),
  };

  const part = planLanguage(context);
  const init = initOf(base, cell, facts, companions);
  const shell = base.shell === null ? { image: companions.shell.image } : null;
  const caddy = context.cell.server === 'caddy' ? companions.caddy : null;
  const stage = lastStage(context, part, init);
  const health = healthCheck(context, part.program, stage.port);
  const run = { ...stage, copies: [...stage.copies, ...(health?.copies ?? [])] };
  const { actions, tools } = loadActions();
  const { updates, warnings: updateWarnings } = planUpdates(context, placement);
  const name = projectName(facts);
  const pipeline = planPipeline({ answers, repository, folder, name, build: part.build });
  const service = planService(pipeline.image, context, { build: part.build, run });
  const { compose, warnings: composeWarnings } = planCompose(answers, placement, { run, shell, service });
  const tagged: Omit<Plan, 'docs'> = {
    project: {
      name,
      version: facts.appVersion?.value ?? null,
      description: facts.description?.value ?? null,
    },
    language: language.id,
    title: language.title,
    base: base.id,
    because: reasonLine(base, decision),
    packageManager: base.packageManager,
    build: part.build,
    run,
    init: init?.image === undefined ? null : { image: init.image, package: init.package },
    shell,
    folder,
    pipeline,
    service,
    compose,
    ignore: ignoreGroups(part),
    actions,
    tools,
    caddy,
    health,
    site: part.site ?? null,
    updates,
    files: plannedFiles({
      folder,
      language: language.id,
      base: base.id,
      server: context.cell.server,
      updates,
      pipeline,
      compose,
      documents: answers.docs?.value === true,
    }),
    images: {
      build: buildImages(part.build, [init, shell, caddy, health?.client ?? null], run.image),
      run: run.image,
    },
  };
  const pinned = withDigests(tagged, digests);
  const docs = answers.docs?.value === true ? planDocs(pinned, decision, placement.app) : null;
  const plan = { ...pinned, docs };
  return { plan, warnings: [...warnings, ...floating(plan), ...updateWarnings, ...composeWarnings] };
}

/** Free images that have no tag but `latest` (and `latest-dev`) move under the Dockerfile that names them. */
function floating({ images }: Plan): Warning[] {
  const names = [...new Set([...images.build, images.run])].filter((image) => /:latest(-dev)?$/.test(image));
  return names.map((image) => ({
    code: 'BI101',
    message: `${image} is the only free tag and moves daily: --pin digest holds it where it is`,
    source: null,
  }));
}

function buildableCell(cell: Cell | undefined, facts: AppFacts, base: BaseEntry): Cell {
  const buildable = cell !== undefined && facts.nativeCode?.value ? nativeCell(cell) : cell;
  if (!buildable) throw new Error(`${base.id} was decided on without a cell for ${facts.language.value}`);
  return buildable;
}

/** An init, and where its program lies: among the base's packages, or copied from `image`. */
interface Init {
  readonly image?: string;
  readonly package: string;
  readonly path: string;
}

function initOf(base: BaseEntry, cell: Cell, facts: AppFacts, companions: Companions): Init | null {
  const ends = facts.handlesSigterm.value || servedAs(facts) === 'static';
  if (ends) return null;
  return base.init ?? { ...companions.init, path: cell.copiedInit ?? companions.init.path };
}

function lastStage(context: PlanContext, part: LanguagePart<unknown>, init: Init | null): Run {
  const { base, cell, facts, answers } = context;
  const [program, ...args] = part.program;
  if (program === undefined) throw startUnknown(facts);
  const ownInit = init !== null && init.image === undefined ? [init.package] : [];
  const copiedInit =
    init?.image === undefined ? [] : [{ from: 'init', sources: [init.path], target: '/tini' }];
  const system = systemPackages(facts, base);
  const packages = [
    ...new Set([...ownInit, ...(cell.runPackages ?? []), ...gaps(base, part), ...system.run]),
  ];
  return {
    image: cell.run,
    startsUnprivileged: cell.buildUser === 'image',
    packages,
    packagesBecause: packageReasons(packages, context.language.title, system.titles),
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

/** Packages for what the base lacks and the language does not bring. */
function gaps(base: BaseEntry, { needs }: LanguagePart<unknown>): string[] {
  return [
    ...(needs.certificates && !base.certificates ? ['ca-certificates'] : []),
    ...(needs.timeZones && !base.timeZones ? ['tzdata'] : []),
  ];
}

/** What a bare base lacks, and what it costs an app that runs without it. */
function packageReasons(packages: readonly string[], title: string, system: readonly string[]): string {
  const reasons: readonly [RegExp, string][] = [
    [/^tini$/, `tini passes on SIGTERM, which ${title} ignores as process 1`],
    [/^(python|nodejs)/, `the run time of ${title}`],
    [/^libgcc$/, `a library of the run time of ${title}`],
    [/^ca-certificates$/, 'certificates for TLS'],
    [/^tzdata$/, 'time zones'],
    [/^libstdc\+\+$/, "C++'s run time"],
  ];
  const told = reasons
    .filter(([name]) => packages.some((item) => name.test(item)))
    .map(([, reason]) => reason)
    .concat(system);
  return told.length === 0 ? '' : `What the base lacks: ${told.join(', ')}.`;
}

function startUnknown(facts: AppFacts): InputError {
  return new InputError(
    'start-unknown',
    `no start command was found for this ${loadLanguage(facts.language.value).title} app`,
    'give it with --start "…", as you would type it in the project\'s folder',
  );
}

/** Every image that a stage before the last one starts from. */
function buildImages(
  build: Plan['build'],
  beside: readonly ({ readonly image?: string } | null)[],
  run: string,
): string[] {
  const own = ownImages(build);
  const images = [...own, ...beside.map((stage) => stage?.image)].filter(
    (image) => image !== null && image !== undefined,
  );
  return [...new Set(images)].filter((image) => image !== run || image === own[0]);
}

/** The build stages' own: the language's, the package manager's, those of a front end. */
function ownImages(build: Plan['build']): (string | null)[] {
  if (build.language === 'static') return [];
  if (build.language === 'node') return [build.image, build.installer.companion?.image ?? null];
  if (build.language === 'python') return [build.image, build.toolImage];
  const frontEnd = build.language === 'go' ? build.frontEnd : null;
  return [build.image, ...(frontEnd === null ? [] : ownImages(frontEnd.build))];
}
