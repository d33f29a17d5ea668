import { buildCommand, lastLines, run } from '../engine.js';
import type { Check } from './image.js';

/** `docker build --check` has nothing to say. */
export const buildWarnings: Check = async ({ folder, dockerfile }) => {
  const { status, log } = await run([...buildCommand(), '--check', `--file=${dockerfile}`, folder]);
  return status === 0 && log.includes('no warnings found')
    ? []
    : [`docker build --check:\n${lastLines(log)}`];
};
