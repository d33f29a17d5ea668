import { posix } from 'node:path';
import type { Answers } from '../answers.js';
import {
  loadActions,
  loadBase,
  loadCompanions,
  loadLanguage,
  type BaseEntry,
  type Cell,
} from '../catalogue/catalogue.js';
import { fillCell, nativeCell } from '../catalogue/fill.js';
import { chooseVersion } from '../catalogue/versions.js';
import type { Decision } from '../decide/decision.js';
import type { AppFacts } from '../detect/facts.js';
import { commandLine } from '../detect/shell-words.js';
import { servedAs } from '../detect/served-as.js';
import type { Warning } from '../fact.js';
import type { PlanContext } from './context.js';
import { planCompose } from './compose.js';
import { refuseUnreadSecrets } from './build-secrets.js';
import { withDigests, type Digests } from './digests.js';
import { planDocs } from './docs.js';
import { healthCheck } from './health-check.js';
import { filesBesideApps, ignoring } from './ignore.js';
import { projectName } from './image-name.js';
import { dockerfileIn, dockerfileName, folderInContext, type ImagePlace } from './image-place.js';
import { initOf } from './init.js';
import { planLanguage } from './languages.js';
import type { Plan, Service } from './plan.js';
import { buildImages, floating } from './plan-images.js';
import { planPipeline } from './pipeline.js';
import { plannedFiles } from './planned-files.js';
import { reasonLine } from './reason-line.js';
import { runStage } from './run-stage.js';
import { planService } from './service.js';
import { planUpdates, type Place } from './updates.js';

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
  const { app, folder, context: buildContext, repository, digests } = placement;
  const place = { folder, context: buildContext };
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
    imageFolder: folderInContext(place),
  };

  refuseUnreadSecrets(context);
  const part = planLanguage(context);
  const init = initOf(context);
  const shell = base.shell === null ? { image: companions.shell.image } : null;
  const caddy = context.cell.server === 'caddy' ? companions.caddy : null;
  const stage = runStage(context, part, init);
  const health = healthCheck(context, part.program, stage.port);
  const run = { ...stage, copies: [...stage.copies, ...(health?.copies ?? [])] };
  const { actions, tools } = loadActions();
  const { updates, warnings: updateWarnings } = planUpdates(context, placement);
  const name = projectName(facts);
  const ignore = ignoring(part, below(buildContext, repository.harmlessFiles), filesBesideApps(app, place));
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
    context: buildContext,
    dockerfile: posix.join(folder, dockerfileName),
    member: app === buildContext ? null : app,
    buildFlags: buildFlags(place, service),
    pipeline,
    service,
    compose,
    ignore: ignore.groups,
    ignoreExceptions: ignore.exceptions,
    actions,
    tools,
    caddy,
    health,
    site: part.site ?? null,
    updates,
    files: plannedFiles({
      ...place,
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
  const docs = answers.docs?.value === true ? planDocs(pinned, decision, app) : null;
  const plan = { ...pinned, docs };
  return { plan, warnings: [...warnings, ...floating(plan), ...updateWarnings, ...composeWarnings] };
}

/** What is typed behind `docker build`, in the build context. */
function buildFlags(place: ImagePlace, { secrets }: Pick<Service, 'secrets'>): string[] {
  const file = place.folder === place.context ? [] : [commandLine(['--file', dockerfileIn(place)])];
  return [...file, ...secrets.map(({ flag }) => flag)];
}

/** Those of the repository's paths that lie in a folder of it, from there. */
function below(folder: string, paths: readonly string[]): string[] {
  const start = folder === '.' ? '' : `${folder}/`;
  return paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
}

function buildableCell(cell: Cell | undefined, facts: AppFacts, base: BaseEntry): Cell {
  const buildable = cell !== undefined && facts.nativeCode?.value ? nativeCell(cell) : cell;
  if (!buildable) throw new Error(`${base.id} was decided on without a cell for ${facts.language.value}`);
  return buildable;
}
