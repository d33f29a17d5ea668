import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import type { Statement } from './statement.js';

/** Settings of OpenShift's builder images. https://github.com/sclorg/s2i-python-container/blob/master/3.12/README.md */
export function sourceToImage(project: ProjectView): Statement | null {
  const file = project.read('.s2i/environment');
  if (file === null) return null;
  const stated = settings(file);
  return { start: pythonStart(stated), variables: stated };
}

function settings(file: ProjectFile): ReadonlyMap<string, Fact<string>> {
  const lines = file.text.matchAll(/^[ \t]*(?<name>[A-Z_][A-Z0-9_]*)=(?<value>[^\n]*)$/gm);
  return new Map(
    [...lines].map(({ groups, index }) => [groups!['name']!, file.fact(groups!['value']!.trim(), index)]),
  );
}

/** What the builder for Python does: a module by gunicorn, else a file. APP_HOME is where both lie. */
function pythonStart(stated: ReadonlyMap<string, Fact<string>>): Fact<string> | null {
  const home = stated.get('APP_HOME')?.value;
  const [module, file] = [stated.get('APP_MODULE'), stated.get('APP_FILE')];
  const settingsFile = stated.get('APP_CONFIG')?.value;
  if (module) {
    const options = [
      ...(home ? [`--chdir ${home}`] : []),
      ...(settingsFile ? [`--config ${settingsFile}`] : []),
    ];
    return { value: ['gunicorn', module.value, ...options].join(' '), source: module.source };
  }
  return file ? { value: `python ${home ? `${home}/` : ''}${file.value}`, source: file.source } : null;
}
