import { loadBase } from '../../../src/catalogue/catalogue.js';
import { hardened, withContainer } from '../container.js';
import { get } from '../get.js';
import type { Check } from './image.js';

/** The app answers and finds what it needs, wherever it is started. */
export const answers: Check = async ({ cell, tag }) => {
  const { port } = cell.app;
  const findings: string[] = [];
  for (const [where, flags] of surroundings(loadBase(cell.base).rhel)) {
    const failed = await withContainer(tag, { port, flags }, ({ url }) => failedChecks(url));
    findings.push(...failed.map((name) => `/check, ${where}: ${name} is false`));
  }
  return findings;
};

function surroundings(rhel: boolean): [where: string, flags: readonly string[]][] {
  return [
    ['hardened', hardened],
    ['as docker run starts it', []],
    // OpenShift takes a user of its own choice, in group 0.
    ...(rhel ? [['as any user of group 0', [...hardened, '--user=1000650000:0']] as [string, string[]]] : []),
  ];
}

const wanted = ['certificates', 'timeZones', 'temporaryFiles', 'notRoot'];

async function failedChecks(url: string): Promise<string[]> {
  const { status, text } = await get(`${url}/check`);
  if (status !== 200) return [`all (${status} ${text})`];
  const said = JSON.parse(text) as Record<string, unknown>;
  return [...new Set([...wanted, ...Object.keys(said)])].filter((name) => said[name] !== true);
}
