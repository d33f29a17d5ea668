import type { Warning } from '../fact.js';
import type { Plan } from './plan.js';

/** Every image that a stage before the last one starts from. */
export function buildImages(
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
  if (build.language === 'none') return [];
  if (build.language === 'node') return [build.image, build.installer.companion?.image ?? null];
  if (build.language === 'python') return [build.image, build.toolImage];
  const frontEnd = build.language === 'go' ? build.frontEnd : null;
  return [build.image, ...(frontEnd === null ? [] : ownImages(frontEnd.build))];
}

/** Free images that have no tag but `latest` (and `latest-dev`) move under the Dockerfile that names them. */
export function floating({ images }: Plan): Warning[] {
  const names = [...new Set([...images.build, images.run])].filter((image) => /:latest(-dev)?$/.test(image));
  return names.map((image) => ({
    code: 'BI101',
    message: `${image} is the only free tag and moves daily: --pin digest holds it where it is`,
    source: null,
  }));
}
