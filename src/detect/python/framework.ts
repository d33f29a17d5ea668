import type { Fact } from '../../fact.js';
import type { Requirement } from './requirement.js';
import { firstFound, importOf, type PythonSource } from './sources.js';

/** Modules and the framework they say, the most telling first; the package's name where it is another. */
const frameworks: readonly (readonly [module: string, framework: string, name?: string])[] = [
  ['django', 'django'],
  ['reflex', 'reflex'],
  ['nicegui', 'nicegui'],
  ['fasthtml', 'fasthtml', 'python-fasthtml'],
  ['fastapi', 'fastapi'],
  ['litestar', 'litestar'],
  ['streamlit', 'streamlit'],
  ['gradio', 'gradio'],
  ['chainlit', 'chainlit'],
  ['dash', 'dash'],
  ['panel', 'panel'],
  ['bokeh', 'bokeh'],
  ['shiny', 'shiny'],
  ['solara', 'solara'],
  ['marimo', 'marimo'],
  ['functions_framework', 'functions-framework'],
  ['blacksheep', 'blacksheep'],
  ['quart', 'quart'],
  ['sanic', 'sanic'],
  ['robyn', 'robyn'],
  ['flask', 'flask'],
  ['starlette', 'starlette'],
  // A client of others imports aiohttp itself.
  ['aiohttp.web', 'aiohttp', 'aiohttp'],
  ['tornado', 'tornado'],
  ['bottle', 'bottle'],
  ['falcon', 'falcon'],
  ['pyramid', 'pyramid'],
  ['cherrypy', 'cherrypy'],
  ['scrapy', 'scrapy'],
  ['celery', 'celery'],
];

/** A framework counts where the sources import it: a declared one may be left over. */
export function pythonFramework(
  sources: readonly PythonSource[],
  declared: readonly Requirement[],
): Fact<string> | null {
  // Bottle is one file, which some carry with them; it imports every server that there is.
  const own = sources.filter(({ name }) => name !== 'bottle');
  for (const [module, framework, name = framework] of frameworks) {
    const imported = firstFound(own, importOf(module));
    if (!imported) continue;
    const requirement = declared.find((found) => found.name === name);
    return { value: framework, source: requirement?.source ?? imported.source };
  }
  return null;
}
