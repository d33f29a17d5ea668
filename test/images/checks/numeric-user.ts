import { docker } from '../engine.js';
import type { Check } from './image.js';

/** A cluster that forbids root can tell from a number only. */
export const numericUser: Check = async ({ tag }) => {
  const user = await docker('image', 'inspect', '--format={{.Config.User}}', tag);
  return /^[1-9]\d*:\d+$/.test(user) ? [] : [`USER is ${user || 'root'}, not a number above 0`];
};
