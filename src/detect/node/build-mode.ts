import type { Fact } from '../../fact.js';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import { nestedInstalls } from './nested-installs.js';
import type { NodeApp } from './node-app.js';

/** Settings and scripts of tools that leave it to their user to say what the build is for; frameworks say so themselves. */
const settings =
  /^(?:(?:webpack|rollup|rolldown|gulpfile|esbuild|postcss|build)(?:\.[\w-]+)*\.[cm]?[jt]s|(?:scripts|config|webpack|build)\/(?:webpack|rollup|esbuild|build|bundle)[\w.-]*\.[cm]?[jt]s)$/;

/** Where the build asks NODE_ENV what it is for, and its script doesn't say; null where nothing asks. */
export function asksForMode(app: NodeApp, build: Build, found: FoundFramework | null): Fact<string> | null {
  if (found?.framework.builds === true && found.framework.id !== 'webpack') return null;
  const script = build.script && app.manifest.script(build.script.value)?.value;
  // What installs packages of its own would leave out those for development.
  if (!script || script.includes('NODE_ENV') || nestedInstalls(app, build, null).length > 0) return null;
  for (const path of app.project.files.filter((name) => settings.test(name))) {
    const asked = app.project.read(path)?.match(/\bprocess\.env\.(?<value>NODE_ENV)\b/);
    if (asked) return asked;
  }
  return null;
}
