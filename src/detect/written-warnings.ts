import type { Warning } from '../fact.js';
import type { PythonDetails } from './facts.js';

/** What is written is lost with the container, unless somebody mounts a volume. */
export function writtenWarnings({ folders, databases }: PythonDetails['written']): Warning[] {
  return [...folders, ...databases].map(({ value, source }) => ({
    code: 'BI137',
    message: `the app writes ${value} beside its sources: it is kept in a volume, mount one with a name to keep it for the next container`,
    source,
  }));
}
