import type { Fact } from '../../fact.js';
import type { Build } from './build.js';
import type { NodeApp } from './node-app.js';
import { sourceOf } from './program-sources.js';
import { plain } from './typescript.js';

/** Files that the framework loads: the manifest's, else these. https://github.com/GoogleCloudPlatform/functions-framework-nodejs */
const files = ['index.js', 'function.js', 'index.mjs', 'src/index.js'];

/** What the build may make them of. */
const typed = ['index.ts', 'function.ts', 'src/index.ts'];

/** `functions.http('hello', …)`, `functions.cloudEvent('hello', …)`. */
const registered = /\.(?:http|cloudEvent|typed)\(\s*['"`](?<value>[\w.-]+)['"`]/;
/** `exports.hello = (req, res) =>`, `export const hello =`: where it is the only one; `__esModule` is a compiler's mark. */
const exported =
  /^(?:(?:module\.)?exports\.(?!__esModule)(?<value>\w+)\s*=|export\s+(?:const|(?:async\s+)?function)\s+(?<name>\w+))/gm;

/** The function that the framework is to serve, which it has to be told; null where none or several could be meant. */
export function functionsTarget(app: NodeApp, build: Build): Fact<string> | null {
  const { project, manifest } = app;
  const names = [manifest.string('main')?.value ?? '', ...files].filter((name) => name !== '').map(plain);
  const built = build.script === null ? undefined : names[0];
  const path =
    names.find((name) => project.has(name)) ??
    (built === undefined ? null : sourceOf(app, build, built)) ??
    (build.script === null ? null : typed.find((name) => project.has(name)));
  const file = path ? project.read(path) : null;
  if (file === null) return null;
  const named = file.match(registered);
  if (named) return named;
  const found = [...file.text.matchAll(exported)];
  const only = found.length === 1 ? found[0] : undefined;
  const name = only?.groups?.['value'] ?? only?.groups?.['name'];
  return only && name !== undefined ? file.fact(name, only.index) : null;
}
