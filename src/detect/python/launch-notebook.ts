import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';

/** Voilà shows a notebook as a page; of several it shows the list. */
export function launchNotebook({ project, sources, installs }: PythonApp): Launch | null {
  if (!installs('voila') || sources.length > 0) return null;
  const notebooks = project.files.filter((path) => path.endsWith('.ipynb') && !path.includes('/'));
  const [first, ...others] = notebooks;
  const file = first === undefined ? null : project.read(first);
  if (first === undefined || file === null || !/^[\w.-]+$/.test(first)) return null;
  const shown = others.length === 0 ? [first] : [];
  return launch(
    ['voila', ...shown, '--no-browser', '--Voila.ip=0.0.0.0', '--port=8866'],
    file.fact(first, 0),
  );
}
