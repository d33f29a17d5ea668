import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';

/** Where a framework's own settings name the folder that its build writes to. */
interface OutputSetting {
  /** The settings' files at the app's root, the first that states it counts. */
  readonly files: RegExp;
  readonly stated: RegExp;
}

const plainFolder = String.raw`['"\`](?:\.\/)?(?<value>[\w.][\w./-]{0,99})['"\`]`;
const key = (name: string) => new RegExp(String.raw`(?<![\w$])${name}\s*:\s*${plainFolder}`);

/** By framework; a setting that is computed is not read, and the framework's default stands. */
const outputSettings: Readonly<Record<string, OutputSetting>> = {
  // https://vite.dev/config/build-options#build-outdir
  vite: { files: /^vite\.config\.[cm]?[jt]s$/, stated: key('outDir') },
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
  return files.map((path) => project.read(path)?.match(setting.stated)?.value).find(Boolean) ?? null;
}
