import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { mergeDependabot } from '../../src/reconcile/merge-dependabot.js';
import { inputError } from './input-error.js';

const docker =
  '  # Base images.\n  - package-ecosystem: docker\n    directory: /\n    schedule:\n      interval: weekly\n';
const actions =
  '  - package-ecosystem: github-actions\n    directory: /\n    schedule:\n      interval: weekly\n';
const ours = `version: 2\nupdates:\n${docker}${actions}`;
const npm = '  - package-ecosystem: npm\n    directory: /\n    schedule: {interval: daily}\n';
const path = '.github/dependabot.yml';

describe('merge dependabot.yml', () => {
  const cases: readonly (readonly [what: string, theirs: string, merged: string])[] = [
    [
      'adds what is missing behind what is there',
      `version: 2\nupdates:\n${npm}`,
      `version: 2\nupdates:\n${npm}${docker}${actions}`,
    ],
    [
      'leaves the same ecosystem and folder to the user',
      `version: 2\nupdates:\n${docker}${npm}`,
      `version: 2\nupdates:\n${docker}${npm}${actions}`,
    ],
    ['changes nothing where all is there', ours, ours],
    [
      'knows a folder under other names',
      'updates:\n  - package-ecosystem: docker\n    directories: ["."]\n  - package-ecosystem: github-actions\n',
      'updates:\n  - package-ecosystem: docker\n    directories: ["."]\n  - package-ecosystem: github-actions\n',
    ],
    [
      'knows patterns of folders',
      `updates:\n  - package-ecosystem: docker\n    directories: ["**/*"]\n${actions}`,
      `updates:\n  - package-ecosystem: docker\n    directories: ["**/*"]\n${actions}`,
    ],
    [
      'another folder is another entry',
      `updates:\n  - package-ecosystem: docker\n    directory: /api\n${actions}`,
      `updates:\n  - package-ecosystem: docker\n    directory: /api\n${actions}${docker}`,
    ],
    [
      'keeps comments, anchors and what follows',
      `# a\nversion: 2\nupdates:\n${actions}    # own\n# next\nregistries: &r {}\n`,
      `# a\nversion: 2\nupdates:\n${actions}    # own\n${docker}# next\nregistries: &r {}\n`,
    ],
    [
      'reads merge keys',
      `x: &x\n  directory: /\nupdates:\n  - <<: *x\n    package-ecosystem: docker\n${actions}`,
      `x: &x\n  directory: /\nupdates:\n  - <<: *x\n    package-ecosystem: docker\n${actions}`,
    ],
    [
      'takes over a blank line between entries',
      `updates:\n${npm}\n${actions}`,
      `updates:\n${npm}\n${actions}\n${docker}`,
    ],
    [
      'takes over the indent',
      'updates:\n- package-ecosystem: docker\n',
      `updates:\n- package-ecosystem: docker\n${actions.replace(/^ {2}/gm, '')}`,
    ],
    [
      'takes over CRLF',
      `updates:\r\n${docker.replaceAll('\n', '\r\n')}`,
      `updates:\r\n${(docker + actions).replaceAll('\n', '\r\n')}`,
    ],
    [
      'adds only the folders that are lacking',
      `updates:\n  - package-ecosystem: docker\n    directory: /api/\n${actions}`,
      `updates:\n  - package-ecosystem: docker\n    directory: /api/\n${actions}${docker}`,
    ],
    [
      'leaves an entry for another branch to the user',
      `updates:\n${docker}    target-branch: next\n${actions}`,
      `updates:\n${docker}    target-branch: next\n${actions}`,
    ],
    [
      'reads aliases',
      `updates:\n  - &docker\n    package-ecosystem: docker\n    directory: /\n  - *docker\n${actions}`,
      `updates:\n  - &docker\n    package-ecosystem: docker\n    directory: /\n  - *docker\n${actions}`,
    ],
    [
      'adds behind entries in braces',
      'updates:\n  - { package-ecosystem: docker, directory: "" }\n',
      `updates:\n  - { package-ecosystem: docker, directory: "" }\n${actions}`,
    ],
    ['completes the last line', `updates:\n${docker.trimEnd()}`, `updates:\n${docker}${actions}`],
  ];
  for (const [what, theirs, merged] of cases)
    it(what, () => {
      assert.equal(mergeDependabot(theirs, ours, path), merged);
      assert.equal(mergeDependabot(merged, ours, path), merged, 'a second time nothing changes');
    });

  it('adds those of several folders that no entry is about', () => {
    const folders = ours.replace(
      '    directory: /\n',
      '    directories:\n      - /\n      - /api\n      - "/a b"\n',
    );
    const theirs = `updates:\n  - package-ecosystem: docker\n    directories: ["/a*"]\n${actions}`;
    const merged = mergeDependabot(theirs, folders, path);
    const added = docker.replace('directory: /', 'directories:\n      - /');
    assert.equal(merged, theirs + added);
    assert.equal(mergeDependabot(merged, folders, path), merged);
    const all = theirs.replace('["/a*"]', '[/api]');
    const rest = docker.replace('directory: /', 'directories:\n      - /\n      - /a b');
    assert.equal(mergeDependabot(all, folders, path), all + rest);
  });

  it('adds to many entries in time', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => npm.replace('directory: /', `directory: /${at}`));
    const start = Date.now();
    assert.ok(mergeDependabot(`updates:\n${many.join('')}`, ours, path).endsWith(docker + actions));
    assert.ok(Date.now() - start < 15_000);
  }).timeout(30_000);

  const broken: readonly (readonly [what: string, theirs: string, place: RegExp])[] = [
    ['no YAML', 'version: 2\nupdates: [\n', /dependabot\.yml:3:1: /],
    ['tabs', 'version: 2\nupdates:\n\t- a: 1\n', /dependabot\.yml:3:1: Tabs/],
    [
      'several documents',
      'updates:\n  - package-ecosystem: npm\n---\na: 1\n',
      /dependabot\.yml:3:1: .*several documents/,
    ],
    ['a list in brackets', 'updates: [{package-ecosystem: npm}]\n', /dependabot\.yml:1:10: .*brackets/],
    ['an entry of no ecosystem', 'updates:\n  - directory: /\n', /dependabot\.yml:2:5: .*package-ecosystem/],
    ['version 1', 'version: 1\nupdate_configs: []\n', /dependabot\.yml:1:1: it is of version 1/],
    ['no list', 'version: 2\n', /dependabot\.yml:1:1: .*updates/],
    ['an empty list', 'updates: []\n', /dependabot\.yml:1:1: .*updates/],
    ['nothing', '', /dependabot\.yml:1:1: it is empty/],
    ['a list of lists', '- - a\n', /dependabot\.yml:1:1: .*updates/],
    ['aliases without end', 'a: &a [*a]\nupdates:\n  - package-ecosystem: *b\n', /dependabot\.yml:\d+:\d+: /],
  ];
  for (const [what, theirs, place] of broken)
    it(`says where: ${what}`, () =>
      assert.match(inputError('unmergeable', () => mergeDependabot(theirs, ours, path)).message, place));

  it('whatever comment or text is there stays', () => {
    const line = fc.string({ maxLength: 20 }).map((text) => `    # ${text.replace(/[^\x20-\x7e]/g, '')}\n`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.array(line, { maxLength: 4 }), (above, below) => {
        const theirs = `updates:\n${above.join('')}${npm}${below.join('')}registries: {}\n`;
        const merged = mergeDependabot(theirs, ours, path);
        assert.equal(merged.replace(docker + actions, ''), theirs);
        assert.equal((parse(merged) as { updates: unknown[] }).updates.length, 3);
      }),
    );
  });
});
