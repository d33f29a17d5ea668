import type { ProjectView } from '../../project/view.js';
import { platformDocument, texts } from './read.js';
import type { Statement } from './statement.js';

/** https://devcenter.heroku.com/articles/build-docker-images-heroku-yml */
export function heroku(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'yaml', 'heroku.yml');
  return file && { start: file.string('run', 'web') ?? texts(file, 'run', 'web', 'command')[0] ?? null };
}
