import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

const lock = { 'package-lock.json': '{}' };

/** A project of such scripts and dependencies. */
function project(scripts: object, devDependencies: object, files: Files = {}, more: object = {}): Files {
  return { ...lock, 'package.json': { scripts, devDependencies, ...more }, ...files };
}

/** `folder fallback…`, null where a program runs. */
function site(files: Files): string | null {
  const { details } = detected(files);
  return details.staticSite && [details.staticSite.value, ...details.siteFallbacks].join(' ');
}

const page = { 'index.html': '' };

describe('the pages that a build makes', () => {
  const rows: readonly [name: string, files: Files, expected: string | null][] = [
    ['Vite', project({ build: 'vite build', dev: 'vite' }, { vite: '7' }, page), 'dist /index.html'],
    [
      'Vite in another folder',
      project(
        { build: 'vite build' },
        { vite: '7' },
        { ...page, 'vite.config.ts': "export default { build: { outDir: 'www' } }" },
      ),
      'www /index.html',
    ],
    ...(
      [
        ["root: 'client'", 'client/dist'],
        ["root: 'src/web',\n build: { outDir: '../../target' }", 'target'],
        [
          "root: path.resolve(__dirname, 'client'),\n build: { outDir: path.resolve(__dirname, 'dist/public') }",
          'dist/public',
        ],
      ] as const
    ).map(([settings, folder]): [string, Files, string] => [
      `Vite with ${settings}`,
      project(
        { build: 'vite build' },
        { vite: '7' },
        { 'vite.config.ts': `export default {\n ${settings} }` },
      ),
      `${folder} /index.html`,
    ]),
    [
      'Vite, by a script that another one calls',
      project({ build: 'npm run build:web', 'build:web': 'vite build' }, { vite: '7' }, page),
      'dist /index.html',
    ],
    [
      'Vite, by a script that another one calls, with a flag',
      project({ build: 'npm run build:web', 'build:web': 'vite build --outDir web' }, { vite: '7' }, page),
      'web /index.html',
    ],
    [
      'Create React App behind another program',
      project({ build: 'craco build', start: 'craco start' }, { 'react-scripts': '5', '@craco/craco': '7' }),
      'build /index.html',
    ],
    [
      'Nuxt 2 without a server',
      project(
        { build: 'nuxt build', generate: 'nuxt generate', start: 'nuxt start' },
        { nuxt: '^2.15' },
        { 'nuxt.config.js': "export default {\n  target: 'static',\n}" },
      ),
      'dist /200.html',
    ],
    [
      'Vite with a flag',
      project({ build: 'vite build --outDir out' }, { vite: '7' }, page),
      'out /index.html',
    ],
    [
      'Create React App',
      project({ build: 'react-scripts build', start: 'react-scripts start' }, { 'react-scripts': '5' }),
      'build /index.html',
    ],
    ['Astro', project({ build: 'astro build', start: 'astro dev' }, { astro: '5' }), 'dist'],
    [
      'Astro in another folder',
      project(
        { build: 'astro check && astro build' },
        { astro: '5' },
        { 'astro.config.mjs': "export default { outDir: './site' }" },
      ),
      'site',
    ],
    [
      'Qwik with pages',
      project(
        { build: 'qwik build' },
        { '@builder.io/qwik-city': '1' },
        { 'adapters/static/vite.config.ts': '' },
      ),
      'dist',
    ],
    [
      'Qwik with a server',
      project(
        { build: 'qwik build', serve: 'node server/entry.express' },
        { '@builder.io/qwik-city': '1' },
        { 'adapters/express/vite.config.ts': '' },
      ),
      null,
    ],
    ['Eleventy', project({ build: 'eleventy' }, { '@11ty/eleventy': '3' }), '_site'],
    [
      'Eleventy in another folder',
      project(
        { build: 'eleventy' },
        { '@11ty/eleventy': '3' },
        { '.eleventy.js': "module.exports = () => ({ dir: { input: 'src', output: 'public' } })" },
      ),
      'public',
    ],
    [
      'Hexo',
      project(
        { build: 'hexo generate', server: 'hexo server' },
        { hexo: '7' },
        { '_config.yml': 'public_dir: pages\n' },
      ),
      'pages',
    ],
    [
      'Ember',
      project({ build: 'ember build', start: 'ember serve' }, { 'ember-cli': '5' }),
      'dist /index.html',
    ],
    [
      'Umi',
      project({ build: 'umi build', start: 'npm run dev', dev: 'umi dev' }, { umi: '4' }),
      'dist /index.html',
    ],
    [
      'Quasar',
      project({ build: 'quasar build', dev: 'quasar dev' }, { '@quasar/app-vite': '1', vite: '5' }, page),
      'dist/spa /index.html',
    ],
    ['Parcel', project({ build: 'parcel build', start: 'parcel' }, { parcel: '2' }), 'dist /index.html'],
    ['Rsbuild', project({ build: 'rsbuild build' }, { '@rsbuild/core': '1' }), 'dist /index.html'],
    [
      'webpack with a page',
      project(
        { build: 'webpack', start: 'webpack serve' },
        { webpack: '5', 'html-webpack-plugin': '5' },
        { 'webpack.config.js': "module.exports = { output: { path: path.resolve(__dirname, 'www') } }" },
      ),
      'www /index.html',
    ],
    [
      'VitePress in a folder',
      project({ 'docs:build': 'vitepress build docs', 'docs:dev': 'vitepress dev docs' }, { vitepress: '1' }),
      'docs/.vitepress/dist',
    ],
    ['VitePress at the root', project({ build: 'vitepress build' }, { vitepress: '1' }), '.vitepress/dist'],
    ['VuePress', project({ build: 'vuepress build docs' }, { vuepress: '2' }), 'docs/.vuepress/dist'],
    [
      'Storybook',
      project(
        { storybook: 'storybook dev -p 6006', 'build-storybook': 'storybook build' },
        { storybook: '8' },
      ),
      'storybook-static',
    ],
    [
      'documents beside a server',
      project(
        { start: 'node server.js', 'docs:build': 'vitepress build docs' },
        { vitepress: '1' },
        { 'server.js': '' },
      ),
      null,
    ],
    [
      'Next.js',
      project(
        { build: 'next build' },
        { next: '15' },
        { 'next.config.mjs': "export default { output: 'export' }" },
      ),
      'out',
    ],
    [
      'Next.js in another folder',
      project(
        { build: 'next build' },
        { next: '15' },
        { 'next.config.mjs': "export default { output: 'export', distDir: 'www' }" },
      ),
      'www',
    ],
    [
      'Next.js of old',
      project({ build: 'next build && next export', start: 'next start' }, { next: '13' }),
      'out',
    ],
    ['Nuxt', project({ build: 'nuxt generate' }, { nuxt: '4' }), '.output/public /200.html'],
    [
      'Nuxt for a server of pages',
      project(
        { build: 'nuxt build' },
        { nuxt: '4' },
        { 'nuxt.config.ts': "export default { nitro: { preset: 'static' } }" },
      ),
      '.output/public /200.html',
    ],
    [
      'Slidev',
      project({ build: 'slidev build', dev: 'slidev --open' }, { '@slidev/cli': '52' }),
      'dist /index.html',
    ],
    [
      'Storybook alone',
      project({ 'build-storybook': 'storybook build' }, { storybook: '8', vite: '6' }),
      'storybook-static',
    ],
    [
      'webpack, another folder',
      project(
        { build: 'webpack' },
        { 'html-webpack-plugin': '5' },
        {
          'webpack.config.js':
            "module.exports = { output: { path: require('path').resolve(__dirname, 'public') } }",
        },
      ),
      'public /index.html',
    ],
    ['Nuxt with a server', project({ build: 'nuxt build', generate: 'nuxt generate' }, { nuxt: '4' }), null],
    [
      'React Router without a server',
      project(
        { build: 'react-router build', start: 'react-router-serve ./build/server/index.js' },
        { '@react-router/dev': '7' },
        { 'react-router.config.ts': 'export default {\n  ssr: false,\n};' },
      ),
      'build/client /__spa-fallback.html /index.html',
    ],
    [
      'React Router where a comment speaks of it',
      project(
        { build: 'react-router build', start: 'react-router-serve ./build/server/index.js' },
        { '@react-router/dev': '7' },
        { 'react-router.config.ts': 'export default {\n  // set `ssr: false` for pages\n  ssr: true,\n};' },
        { dependencies: { '@react-router/serve': '7' } },
      ),
      null,
    ],
    [
      'SvelteKit',
      project({ build: 'vite build' }, { '@sveltejs/kit': '2', '@sveltejs/adapter-static': '3', vite: '7' }),
      'build',
    ],
    [
      'SvelteKit with a page for the rest',
      project(
        { build: 'vite build' },
        { '@sveltejs/kit': '2', '@sveltejs/adapter-static': '3' },
        { 'svelte.config.js': "adapter({ pages: 'www', fallback: '200.html' })" },
      ),
      'www /200.html',
    ],
    [
      'Angular',
      project(
        { build: 'ng build', start: 'ng serve' },
        { '@angular/cli': '20' },
        {
          'angular.json': {
            projects: {
              shop: { architect: { build: { builder: '@angular/build:application', options: {} } } },
            },
          },
        },
      ),
      'dist/shop/browser /index.csr.html /index.html',
    ],
    [
      'Expo with pages',
      project({ start: 'expo start' }, {}, {}, { dependencies: { expo: '52', 'react-native-web': '0.19' } }),
      'dist /index.html',
    ],
    [
      'a server of files that no install brings',
      project({ build: 'rollup -c -o public/app.js', start: 'npx serve -s public' }, { rollup: '4' }),
      'public /index.html',
    ],
    [
      'a server of the whole tree',
      project({ build: 'rollup -c', start: 'npx serve .' }, { rollup: '4' }),
      null,
    ],
    [
      'a server of files among the tools',
      project({ build: 'vite build', start: 'serve -s dist -l 3000' }, { vite: '7', serve: '14' }, page),
      'dist /index.html',
    ],
    [
      'a server of files that is installed',
      project({ build: 'vite build', start: 'serve -s dist' }, { vite: '7' }, page, {
        dependencies: { serve: '14' },
      }),
      null,
    ],
    [
      'a library',
      project(
        { build: 'vite build', start: 'node cli.js' },
        { vite: '7' },
        { 'cli.js': '', 'vite.config.ts': 'export default { build: { lib: {} } }' },
      ),
      null,
    ],
  ];
  for (const [name, files, expected] of rows) it(name, () => assert.equal(site(files), expected));
});
