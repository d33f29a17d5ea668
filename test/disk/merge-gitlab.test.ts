import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { mergeGitlab } from '../../src/reconcile/merge-gitlab.js';
import { inputError } from './input-error.js';

const path = '.gitlab-ci.yml';
const entry = '- local: .gitlab/container.gitlab-ci.yml\n';
const ours = `include:\n  ${entry}`;
const job = 'lint:\n  script: [make lint]\n';

describe('merge .gitlab-ci.yml', () => {
  const cases: readonly (readonly [what: string, theirs: string, merged: string])[] = [
    ['changes nothing where all is there', ours, ours],
    ['fills an empty file', '\n', ours],
    ['adds the list where there is none', job, `${job}\n${ours}`],
    ['ends a last line that does not end', job.trimEnd(), `${job}\n${ours}`],
    ['adds to a file of comments', '# nothing yet\n', `# nothing yet\n\n${ours}`],
    [
      'puts its entry before the others',
      `include:\n  # first\n  - template: Jobs/SAST.gitlab-ci.yml # own\n${job}`,
      `include:\n  # first\n  ${entry}  - template: Jobs/SAST.gitlab-ci.yml # own\n${job}`,
    ],
    ['takes over the indent', `include:\n- a.yml\n${job}`, `include:\n${entry}- a.yml\n${job}`],
    [
      'makes a list of a lone path',
      `${job}include: a.yml # x\n`,
      `${job}include:\n  ${entry}  - a.yml # x\n`,
    ],
    [
      'makes a list of a lone entry',
      `include:\n  project: a/b\n  file: c.yml\n${job}`,
      `include:\n  ${entry}  - project: a/b\n    file: c.yml\n${job}`,
    ],
    [
      'makes a list of a lone entry in braces',
      `include: { local: a.yml }\n${job}`,
      `include:\n  ${entry}  - { local: a.yml }\n${job}`,
    ],
    [
      'adds to a list in brackets',
      `include: [a.yml]\n${job}`,
      `include: [{ local: .gitlab/container.gitlab-ci.yml }, a.yml]\n${job}`,
    ],
    ['knows the file by its path', `include: /.gitlab/container.gitlab-ci.yml\n${job}`, ''],
    ['knows the file in an object', `include: { local: .gitlab/container.gitlab-ci.yml }\n${job}`, ''],
    ['knows the file by a pattern', `include: [{ local: "/.gitlab/*.yml" }]\n${job}`, ''],
    ['knows the file by a pattern of folders', `include:\n  - local: "**.yml"\n${job}`, ''],
    [
      'keeps tags, anchors and aliases',
      `.x: &x\n  script: !reference [.y, script]\n.y:\n  script: [a]\nz: *x\n`,
      `.x: &x\n  script: !reference [.y, script]\n.y:\n  script: [a]\nz: *x\n\n${ours}`,
    ],
    ['keeps line ends', job.replaceAll('\n', '\r\n'), `${job}\n${ours}`.replaceAll('\n', '\r\n')],
    [
      'takes stages that have a test',
      `stages: [build, test]\n${job}`,
      `stages: [build, test]\n${job}\n${ours}`,
    ],
  ];
  for (const [what, theirs, merged] of cases) {
    it(what, () => {
      const after = mergeGitlab(theirs, ours, path);
      assert.equal(after, merged || theirs);
      assert.equal(mergeGitlab(after, ours, path), after, 'a second run changes something');
    });
  }

  const refuses = (what: string, theirs: string, place: string, message: RegExp) =>
    it(`leaves alone ${what}`, () => {
      const error = inputError('unmergeable', () => mergeGitlab(theirs, ours, path));
      assert.ok(error.message.startsWith(`${path}:${place}: `), error.message);
      assert.match(error.message, message);
    });
  refuses('an anchor for all', 'include: &all\n  - a.yml\nx: *all\n', '2:3', /- local: \.gitlab\//);
  refuses('stages without a test', `stages:\n  - ship\n${job}`, '2:3', /`stages` has no `test`/);
  refuses('broken YAML', 'a: [\n', '2:1', /nothing can be added/);
  refuses('several documents', 'spec: {}\n---\na: 1\n', '2:1', /several documents/);
  refuses('tabs', 'a:\n\tb: 1\n', '2:1', /nothing can be added/);

  it('never changes what is there, whatever it is', () => {
    const text = fc.array(
      fc.constantFrom(
        'include:\n',
        '  - a.yml\n',
        '- b\n',
        '# c\n',
        'x: &a-b 1\n',
        'y: *a-b\n',
        'stages: [test]\n',
        '\t',
        '---\n',
        '"',
        ': ',
      ),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const theirs = parts.join('');
        let after: string;
        try {
          after = mergeGitlab(theirs, ours, path);
        } catch {
          return;
        }
        const { include: _, ...before } = (parse(theirs) ?? {}) as { include?: unknown };
        const { include: added, ...kept } = parse(after) as { include?: unknown };
        assert.deepEqual(kept, before);
        assert.ok(JSON.stringify(added).includes('.gitlab/container.gitlab-ci.yml'));
      }),
    );
  });
});
