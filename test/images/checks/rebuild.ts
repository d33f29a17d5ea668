import { buildFrom } from '../engine.js';
import { buildSteps } from '../build-steps.js';
import { changeOneLine } from '../project.js';
import type { Image } from './image.js';

/** What may run again when a source has changed: copying, compiling, collecting, and installing the project itself. */
const ofSources = [
  /\] COPY /,
  /\bgo build\b/,
  / run build\b/,
  /\bdeno cache\b/,
  /--no-deps\b/,
  /--no-editable\b/,
  /\bcollectstatic\b/,
];

/** Changes one line and builds again: how many seconds it takes, and which steps ran without need. */
export async function rebuild(image: Image): Promise<{ seconds: number; findings: string[] }> {
  const first = await changeAndBuild(image);
  if (first.findings.length === 0) return first;
  // An engine short of space forgets layers; what runs again every time is the Dockerfile's fault.
  return await changeAndBuild(image);
}

async function changeAndBuild(image: Image): Promise<{ seconds: number; findings: string[] }> {
  changeOneLine(image.cell.app, image.folder);
  const { seconds, log } = await buildFrom(image, `--tag=${image.tag}-again`);
  const steps = buildSteps(log);
  const needless = steps.filter(
    ({ title, cached }) => !cached && !ofSources.some((pattern) => pattern.test(title)),
  );
  return {
    seconds,
    findings: [
      ...(steps.every(({ cached }) => cached) ? ['a changed source was not built'] : []),
      ...needless.map(({ title }) => `ran again after a change of one line: ${title}`),
    ],
  };
}
