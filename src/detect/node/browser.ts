import type { Fact, Warning } from '../../fact.js';
import type { NodeApp } from './node-app.js';

/** Packages that drive a browser which they download themselves; their `-core` twins leave it to the app. */
const drivers = ['puppeteer', 'playwright', 'playwright-chromium'];

/** The dependency of a production install that drives a browser, null where there is none. */
export function browserOf({ manifest }: NodeApp): Fact<string> | null {
  const name = drivers.find((driver) => manifest.dependency(driver) !== null);
  const named = name === undefined ? null : manifest.dependency(name);
  return name === undefined || named === null ? null : { value: name, source: named.source };
}

/** Playwright starts the browser that it downloaded itself, and no setting of its environment says otherwise. */
export function browserWarnings(app: NodeApp): Warning[] {
  const browser = browserOf(app);
  if (browser === null || browser.value === 'puppeteer') return [];
  const message = `${browser.value} looks for a browser of its own: the image has Chromium at /usr/bin/chromium, hand that to launch() as executablePath`;
  return [{ code: 'BI158', message, source: browser.source }];
}
