import type { Answers } from '../answers.js';
import type { Outcome } from '../engine.js';
import { InputError } from '../errors.js';
import type { Fact, Warning } from '../fact.js';
import { digestsIn, type Digests } from '../plan/digests.js';
import { jobImages } from '../plan/pipeline.js';
import type { Plan } from '../plan/plan.js';
import type { ProjectView } from '../project/view.js';
import { storedAnswersFile } from '../questions/stored-answers.js';
import type { ResolvedImage, UnresolvedImage } from '../registry/resolve-digests.js';

/** Asks registries what tags stand for: one result for each image. */
export type AskRegistries = (
  images: readonly string[],
) => Promise<readonly (ResolvedImage | UnresolvedImage)[]>;

export interface Pinned {
  readonly digests: Digests;
  readonly warnings: readonly Warning[];
}

/**
 * The digests of a plan's images. Those that generated files name already hold, unless the flag asks for today's; they
 * also serve where the registry does not answer. Throws InputError `registry` where an image has neither.
 */
export async function pinImages(
  { plan }: Outcome,
  { pin, platform }: Answers,
  project: ProjectView,
  askRegistries: AskRegistries,
): Promise<Pinned> {
  const images = imagesToPin(plan);
  const recorded = recordedDigests(plan, project);
  const open = asksForTodays(pin) ? images : images.filter((image) => !recorded.has(image));
  const results = open.length === 0 ? [] : await askRegistries(open);
  refuseUnknown(results, recorded);
  const wanted = platform ?? publishedPlatforms(plan);
  return {
    digests: new Map([
      ...[...recorded].filter(([image]) => images.includes(image)),
      ...results.filter(isResolved).map(({ image, digest }) => [image, digest] as const),
    ]),
    warnings: results.flatMap((result) => (isResolved(result) ? lacking(result, wanted) : [kept(result)])),
  };
}

/** Everything that an image is built from, or a pipeline runs in. */
function imagesToPin({ images, pipeline }: Plan): string[] {
  const all = new Set([...images.build, images.run, ...jobImages(pipeline)]);
  all.delete('scratch');
  return [...all];
}

/** What the files of an earlier run name, whoever brought them up to date since. */
function recordedDigests({ files }: Plan, project: ProjectView): Digests {
  return new Map(files.flatMap(({ path }) => [...digestsIn(project.read(path)?.text ?? '')]));
}

/** An image that is published for a platform is built from images for it. */
function publishedPlatforms({ pipeline }: Plan): Fact<readonly string[]> | undefined {
  return pipeline.publish === null ? undefined : { value: pipeline.publish.platforms, source: '--publish' };
}

/** Who types the flag wants to know; an answer of an earlier run only says that images are pinned. */
function asksForTodays(pin: Answers['pin']): boolean {
  return pin !== undefined && !pin.source.startsWith(storedAnswersFile);
}

function isResolved(result: ResolvedImage | UnresolvedImage): result is ResolvedImage {
  return 'digest' in result;
}

function refuseUnknown(results: readonly (ResolvedImage | UnresolvedImage)[], recorded: Digests): void {
  const unknown = results.flatMap((result) =>
    isResolved(result) || recorded.has(result.image) ? [] : [result.fault],
  );
  const [first] = unknown;
  if (first === undefined) return;
  throw new InputError(first.code, unknown.map(({ message }) => message).join('\n'), first.hint);
}

function kept({ fault }: UnresolvedImage): Warning {
  return { code: 'BI113', message: `${fault.message}; the one that is written here is kept`, source: null };
}

/** Platforms that were asked for and that an image is not there for. A variant that is not asked for is no matter. */
function lacking({ image, platforms }: ResolvedImage, asked: Fact<readonly string[]> | undefined): Warning[] {
  const missing = (asked?.value ?? []).filter(
    (platform) => !platforms.some((one) => one === platform || one.startsWith(`${platform}/`)),
  );
  if (missing.length === 0 || asked === undefined) return [];
  const message = `${image} is not there for ${missing.join(', ')}, only for ${platforms.join(', ')}`;
  return [{ code: 'BI114', message, source: asked.source }];
}
