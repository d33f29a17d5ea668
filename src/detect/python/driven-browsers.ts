import type { Warning } from '../../fact.js';
import type { Requirement } from './requirement.js';

/** Packages that look for a browser of their own, and what has to be said to them. */
const drivers: Readonly<Record<string, string>> = {
  playwright: 'launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])',
  pyppeteer: 'launch(executablePath="/usr/bin/chromium", args=["--no-sandbox"])',
  selenium: 'Options().add_argument() with --headless and --no-sandbox',
};

/** A browser is the distribution's in an image: pip brings none, and the download of one is not for every base. */
export function browserWarnings(declared: readonly Requirement[]): Warning[] {
  return declared.flatMap(({ name, source }) =>
    Object.hasOwn(drivers, name)
      ? [
          {
            code: 'BI158',
            message: `${name} needs a browser: the image has Chromium of its distribution, tell it so by ${drivers[name]!}`,
            source,
          },
        ]
      : [],
  );
}
