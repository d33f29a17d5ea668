import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { GoModules } from './modules.js';

const module = 'github.com/a-h/templ';

/** The release of templ that has to make Go of `.templ` files first, because nobody committed what it makes. https://templ.guide/ */
export function templGenerator(project: ProjectView, { all }: GoModules): Fact<string> | null {
  const required = all.flatMap(({ requires }) => requires.get(module) ?? [])[0];
  if (required === undefined) return null;
  const lacking = project.files.some(
    (path) => path.endsWith('.templ') && !project.has(path.replace(/\.templ$/, '_templ.go')),
  );
  return lacking ? required : null;
}
