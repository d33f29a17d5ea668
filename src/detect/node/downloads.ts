import type { NodeApp } from './node-app.js';

/** What a development tool downloads when it is installed, though no build needs it, and the variable that leaves it out. */
const downloads: Readonly<Record<string, readonly [name: string, value: string]>> = {
  // https://pptr.dev/guides/configuration
  puppeteer: ['PUPPETEER_SKIP_DOWNLOAD', 'true'],
  // https://docs.cypress.io/app/references/advanced-installation
  cypress: ['CYPRESS_INSTALL_BINARY', '0'],
  // https://playwright.dev/docs/browsers
  playwright: ['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD', '1'],
  // https://www.electronjs.org/docs/latest/tutorial/installation
  electron: ['ELECTRON_SKIP_BINARY_DOWNLOAD', '1'],
};

/** Settings that spare the install step browsers which only tests use. */
export function needlessDownloads({ manifest }: NodeApp): [name: string, value: string][] {
  return Object.entries(downloads).flatMap(([tool, [name, value]]) =>
    manifest.dependency(tool) === null && manifest.devDependency(tool) !== null
      ? [[name, value] as [string, string]]
      : [],
  );
}
