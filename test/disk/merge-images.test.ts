import assert from 'node:assert/strict';
import { mergeImages } from '../../src/reconcile/merge-images.js';
import { inputError } from './input-error.js';

const path = '.github/workflows/container.yml';
const api = entry('api', 'services/api');
const web = entry('web', 'web');

function entry(image: string, context: string): string {
  return `          - image: ${image}\n            context: ${context}\n`;
}

function member(image: string, file: string): string {
  return `${entry(image, '.')}            file: ${file}\n`;
}

/** A pipeline with the same list in two jobs. */
function pipeline(entries: string, last = ''): string {
  return `jobs:\n  image:\n    include:\n${entries}    steps: []\n  publish:\n    include:\n${entries}    steps: []\n${last}`;
}

describe('merge the images of a pipeline', () => {
  const keepsAll = (what: string, theirs: string, ours: string, text: string) =>
    it(what, () => assert.deepEqual(mergeImages(theirs, ours, path), { text, keepsAll: true }));
  const loses = (what: string, theirs: string, ours: string, text: string) =>
    it(what, () => assert.deepEqual(mergeImages(theirs, ours, path), { text, keepsAll: false }));

  keepsAll('adds another app behind', pipeline(api), pipeline(web), pipeline(api + web));
  keepsAll('changes nothing where it is there', pipeline(api + web), pipeline(api), pipeline(api + web));
  keepsAll('keeps the order that is there', pipeline(web + api), pipeline(api), pipeline(web + api));
  keepsAll(
    'reads the names of GitLab',
    'm:\n  - IMAGE: a\n    CONTEXT: a\nx: 1\n',
    'm:\n  - IMAGE: b\n    CONTEXT: b\nx: 1\n',
    'm:\n  - IMAGE: a\n    CONTEXT: a\n  - IMAGE: b\n    CONTEXT: b\nx: 1\n',
  );
  loses(
    'keeps other apps where the rest differs',
    pipeline(api, '# mine\n'),
    pipeline(web),
    pipeline(api + web),
  );
  loses('takes its own entry anew', pipeline(entry('old', 'web') + api), pipeline(web), pipeline(web + api));
  loses('takes a file without lists for one that differs', 'jobs: {}\n', pipeline(web), pipeline(web));

  keepsAll(
    'tells apps with the same build context by their Dockerfiles',
    pipeline(member('apps-web', 'apps/web/Dockerfile')),
    pipeline(member('apps-api', 'apps/api/Dockerfile')),
    pipeline(member('apps-web', 'apps/web/Dockerfile') + member('apps-api', 'apps/api/Dockerfile')),
  );
  loses(
    'knows the entry of an older version, which names no Dockerfile',
    pipeline(entry('old', '"my web"')),
    pipeline(`${entry('web', '"my web"')}            file: "my web/Dockerfile"\n`),
    pipeline(`${entry('web', '"my web"')}            file: "my web/Dockerfile"\n`),
  );

  it('refuses two apps of the same name, with the line', () => {
    const error = inputError('unmergeable', () =>
      mergeImages(pipeline(api), pipeline(entry('api', 'old/api')), path),
    );
    assert.equal(error.message, `${path}:4: two apps would have the image api`);
    assert.match(error.hint, /rename/);
  });
});
