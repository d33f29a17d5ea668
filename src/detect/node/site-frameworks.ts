import type { Framework } from './framework-entry.js';
import { telemetry } from './telemetry.js';

/** One page with a router of its own. */
const ownRouter = { fallbacks: ['/index.html'] } as const;

/** What makes pages; `build` null: a script of the app's has to say how. */
function pages(
  id: string,
  dependency: string,
  build: string | null,
  output: string,
  more: Partial<Framework> = {},
): Framework {
  return {
    id,
    dependency,
    port: null,
    builds: true,
    staticOutput: output,
    ...(build && { build, output }),
    ...more,
  };
}

/** What makes documents beside the code: any script may build them. */
function documents(id: string, builtBy: RegExp, output: string, more: Partial<Framework> = {}): Framework {
  return { ...pages(id, id, null, output), documents: true, builtBy, ...more };
}

/** Frameworks whose builds end in pages, the most specific first: most bring Vite or webpack. */
export const siteFrameworks: readonly Framework[] = [
  pages('astro', 'astro', 'astro build', 'dist', { buildEnvironment: telemetry('ASTRO_TELEMETRY_DISABLED') }),
  pages('gatsby', 'gatsby', 'gatsby build', 'public', {
    buildEnvironment: telemetry('GATSBY_TELEMETRY_DISABLED'),
  }),
  pages('docusaurus', '@docusaurus/core', 'docusaurus build', 'build'),
  pages('eleventy', '@11ty/eleventy', 'eleventy', '_site'),
  pages('create-react-app', 'react-scripts', 'react-scripts build', 'build', ownRouter),
  pages('vue-cli', '@vue/cli-service', 'vue-cli-service build', 'dist', ownRouter),
  pages('angular', '@angular/cli', 'ng build', 'dist', {
    ...ownRouter,
    buildEnvironment: telemetry('NG_CLI_ANALYTICS', 'false'),
  }),
  pages('hexo', 'hexo', 'hexo generate', 'public'),
  pages('ember', 'ember-cli', 'ember build', 'dist', ownRouter),
  pages('umi', 'umi', 'umi build', 'dist', ownRouter),
  pages('umi', '@umijs/max', 'max build', 'dist', ownRouter),
  pages('quasar', '@quasar/app-vite', 'quasar build', 'dist/spa', ownRouter),
  pages('quasar', '@quasar/app-webpack', 'quasar build', 'dist/spa', ownRouter),
  pages('preact-cli', 'preact-cli', 'preact build', 'build', ownRouter),
  // Its slides lead on by addresses of their own: https://sli.dev/guide/hosting
  pages('slidev', '@slidev/cli', 'slidev build', 'dist', ownRouter),
  pages('expo', 'expo', 'expo export --platform web', 'dist', ownRouter),
  documents('vitepress', /\bvitepress build\b/, '.vitepress/dist'),
  documents('vuepress', /\bvuepress build\b/, '.vuepress/dist'),
  documents('storybook', /\b(?:storybook build|build-storybook)\b/, 'storybook-static', {
    output: 'storybook-static',
    buildEnvironment: telemetry('STORYBOOK_DISABLE_TELEMETRY'),
  }),
  pages('vite', 'vite', null, 'dist', { ...ownRouter, output: 'dist' }),
  pages('rsbuild', '@rsbuild/core', null, 'dist', ownRouter),
  pages('parcel', 'parcel', null, 'dist', ownRouter),
  pages('webpack', 'html-webpack-plugin', null, 'dist', ownRouter),
];
