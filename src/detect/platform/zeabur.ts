import type { ProjectView } from '../../project/view.js';
import { platformDocument, text } from './read.js';
import type { Statement } from './statement.js';

/** https://zeabur.com/docs/en-US/deploy/config/zbpack-config-file */
export function zeabur(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'json', 'zbpack.json');
  if (file === null) return null;
  const languages = ['python', 'node', 'go', 'bun', 'deno'];
  return {
    start: file.string('start_command'),
    build: file.string('build_command'),
    versions: Object.fromEntries(
      languages.flatMap((language) => {
        const version = text(file, language, 'version') ?? text(file, `${language}_version`);
        return version === null ? [] : [[language, version]];
      }),
    ),
  };
}
