import type { BuildSetting } from './framework-entry.js';

/** The variable by which a tool is told to report nothing about its builds. */
export function telemetry(name: string, value = '1'): readonly BuildSetting[] {
  return [{ name, value, because: 'A build reports to nobody.' }];
}
