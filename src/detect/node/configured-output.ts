import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';

/** Where a framework's own settings name the folder that its build writes to. */
interface OutputSetting {
  /** The settings' files at the app's root, the first that states it counts. */
  readonly files: RegExp;
  readonly stated: RegExp;
}

const viteSettings = /^vite\.config\.[cm]?[jt]s$/;

const plainFolder = String.raw`['"\`](?:\.\/)?(?<value>[\w.][\w./-]{0,99})['"\`]`;
const key = (name: string) => new RegExp(String.raw`(?<![\w$])${name}\s*:\s*${plainFolder}`);

/** By framework; a setting that is computed is not read, and the framework's default stands. */
const outputSettings: Readonly<Record<string, OutputSetting>> = {
  // https://vite.dev/config/build-options#build-outdir
  vite: { files: viteSettings, stated: key('outDir') },
  // https://docs.astro.build/en/reference/configuration-reference/#outdir
  astro: { files: /^astro\.config\.[cm]?[jt]s$/, stated: key('outDir') },
  // https://svelte.dev/docs/kit/adapter-node#Options-out, https://svelte.dev/docs/kit/adapter-static#Options-pages
  sveltekit: { files: /^(?:svelte|vite)\.config\.[cm]?[jt]s$/, stated: key('(?:out|pages)') },
  // https://nextjs.org/docs/app/api-reference/config/next-config-js/distDir
  next: { files: /^next\.config\.[cm]?[jt]s$/, stated: key('distDir') },
  // https://cli.vuejs.org/config/#outputdir
  'vue-cli': { files: /^vue\.config\.[cm]?js$/, stated: key('outputDir') },
  // https://www.11ty.dev/docs/config/#output-directory
  eleventy: { files: /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/, stated: key('output') },
  // https://hexo.io/docs/configuration#Directory
  hexo: { files: /^_config\.yml$/, stated: /^public_dir:[ \t]*['"]?(?<value>\w[\w./-]{0,99})/m },
  // https://umijs.org/docs/api/config#outputpath
  umi: { files: /^(?:\.umirc|config\/config)\.[jt]s$/, stated: key('outputPath') },
  // https://webpack.js.org/configuration/output/#outputpath
  webpack: {
    files: /^webpack\.(?:config|prod|production|config\.prod)\.[cm]?[jt]s$/,
    stated: new RegExp(
      String.raw`(?<![\w$])path\s*:\s*(?:\w+\.|require\(['"](?:node:)?path['"]\)\.)?(?:resolve|join)\([^()'"]{0,60},\s*${plainFolder}`,
    ),
  },
};

/** The folder that the framework's settings state in plain words, null where they don't. */
export function configuredOutput({ project }: NodeApp, found: FoundFramework | null): string | null {
  const setting = outputSettings[found?.framework.id ?? ''];
  if (!setting) return null;
  const files = project.files.filter((path) => setting.files.test(path));
  const stated = files.map((path) => project.read(path)?.match(setting.stated)?.value).find(Boolean) ?? null;
  return found?.framework.id === 'vite' ? belowRoot(project, stated) : stated;
}

/** `root: 'client'`, `root: path.resolve(__dirname, 'client')`. https://vite.dev/config/shared-options#root */
const root = new RegExp(
  String.raw`^\s*root\s*:\s*(?:(?:path\.)?(?:resolve|join)\([^()'"]{0,60},\s*)?['"\`](?<value>[\w.][\w./-]{0,99})['"\`]`,
  'm',
);
/** A path of the project's own, whatever the root. */
const absolute = new RegExp(
  String.raw`\boutDir\s*:\s*(?:path\.)?(?:resolve|join)\([^()'"]{0,60},\s*${plainFolder}`,
);

/** Vite writes to `dist` below its root, or to a path that counts from there. */
function belowRoot(project: ProjectView, stated: string | null): string | null {
  const file = project.files.find((path) => viteSettings.test(path));
  const settings = file === undefined ? null : project.read(file);
  const whole = settings?.match(absolute)?.value;
  const folder = settings?.match(root)?.value;
  if (whole !== undefined) return posix.normalize(whole);
  if (folder === undefined) return stated;
  const output = posix.join(folder, stated ?? 'dist');
  return output.startsWith('..') ? null : output;
}
