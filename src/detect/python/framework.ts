import type { Fact } from '../../fact.js';
import type { Requirement } from './requirement.js';
import { firstFound, importOf, type PythonSource } from './sources.js';

/** Packages and the framework they say, the most telling first. */
const frameworks: readonly (readonly [string, string])[] = [
  ['django', 'django'],
  ['fastapi', 'fastapi'],
  ['litestar', 'litestar'],
  ['streamlit', 'streamlit'],
  ['gradio', 'gradio'],
  ['chainlit', 'chainlit'],
  ['dash', 'dash'],
  ['quart', 'quart'],
  ['sanic', 'sanic'],
  ['flask', 'flask'],
  ['starlette', 'starlette'],
  ['aiohttp', 'aiohttp'],
  ['tornado', 'tornado'],
  ['bottle', 'bottle'],
  ['falcon', 'falcon'],
  ['celery', 'celery'],
];

/** A framework counts where the sources import it: a declared one may be left over. */
export function pythonFramework(
  sources: readonly PythonSource[],
  declared: readonly Requirement[],
): Fact<string> | null {
  for (const [name, framework] of frameworks) {
    const imported = firstFound(sources, importOf(name));
    if (!imported) continue;
    const requirement = declared.find((found) => found.name === name);
    return { value: framework, source: requirement?.source ?? imported.source };
  }
  return null;
}
