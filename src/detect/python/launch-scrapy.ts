import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';

/** The one spider of a Scrapy project; of several a person has to choose one. */
export function launchScrapy({ project, framework, sources }: PythonApp): Launch | null {
  if (framework !== 'scrapy' || !project.has('scrapy.cfg')) return null;
  const spider =
    /^class[ \t]+\w+\([^)\n]*Spider\)[\s\S]{0,300}?^[ \t]+name[ \t]*=[ \t]*["'](?<value>[\w.-]+)["']/m;
  const found = sources.flatMap(({ code, file }) => {
    const name = spider.exec(code)?.groups?.['value'];
    return name === undefined ? [] : [file.fact(name, code.search(spider))];
  });
  const [only, ...others] = found;
  return only && others.length === 0 ? launch(['scrapy', 'crawl', only.value], only) : null;
}
