import type { Answers } from '../answers.js';
import type { Outcome } from '../engine.js';
import { InputError } from '../errors.js';
import type { Fact, Warning } from '../fact.js';
import { digestsIn, type Digests } from '../plan/digests.js';
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
 * The digests of a plan's images. Those that the Dockerfile names already hold, unless the flag asks for today's; they
 * also serve where the registry does not answer. Throws InputError `registry` where an image has neither.
 */
export async function pinImages(
  { plan }: Outcome,
  { pin, platform }: Answers,
  project: ProjectView,
  askRegistries: AskRegistries,
): Promise<Pinned> {
  const images = [...new Set([...plan.images.build, plan.images.run])].filter((image) => image !== 'scratch');
  const dockerfile = plan.folder === '.' ? 'Dockerfile' : `${plan.folder}/Dockerfile`;
  const recorded = digestsIn(project.read(dockerfile)?.text ?? '');
  const open = asksForTodays(pin) ? images : images.filter((image) => !recorded.has(image));
  const results = open.length === 0 ? [] : await askRegistries(open);
  refuseUnknown(results, recorded);
  return {
    digests: new Map([
      ...images
        .map((image) => [image, recorded.get(image) ?? ''] as const)
        .filter(([, digest]) => digest !== ''),
      ...results.filter(isResolved).map(({ image, digest }) => [image, digest] as const),
    ]),
    warnings: results.flatMap((result) =>
      isResolved(result) ? lacking(result, platform) : [kept(result, dockerfile)],
    ),
  };
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

function kept({ fault }: UnresolvedImage, dockerfile: string): Warning {
  const message = `${fault.message}; the digest in ${dockerfile} is kept`;
  return { code: 'BI113', message, source: dockerfile };
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
