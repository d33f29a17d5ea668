import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseJson5 } from '../../src/reconcile/json5.js';
import { mergeRenovate } from '../../src/reconcile/merge-renovate.js';
import { inputError } from './input-error.js';

const images = {
  description: 'Images',
  matchManagers: ['dockerfile', 'docker-compose'],
  groupName: 'container images',
  schedule: ['* 0-3 * * 1'],
  minimumReleaseAge: '7 days',
};
const ours = JSON.stringify({
  $schema: 'https://docs.renovatebot.com/renovate-schema.json',
  extends: ['config:recommended', 'docker:pinDigests', 'helpers:pinGitHubActionDigests'],
  enabledManagers: ['dockerfile', 'github-actions'],
  packageRules: [images],
});
const pins = '"docker:pinDigests", "helpers:pinGitHubActionDigests"';
const rule = `{
      "description": "Images",
      "matchManagers": ["dockerfile", "docker-compose"],
      "groupName": "container images",
      "schedule": ["* 0-3 * * 1"],
      "minimumReleaseAge": "7 days"
    }`;
const undated = rule.replace(/,\n {6}"schedule"[^]*?(?=\n {4}})/, '');
const single = (text: string) => text.replace(/"(\w+)":/g, '$1:').replaceAll('"', "'");
const path = 'renovate.json';

describe('merge renovate.json', () => {
  const cases: readonly (readonly [what: string, theirs: string, merged: string])[] = [
    [
      'adds presets and a rule behind what is there',
      '{\n  "extends": ["config:recommended"]\n}\n',
      `{\n  "extends": ["config:recommended", ${pins}],\n  "packageRules": [\n    ${rule}\n  ]\n}\n`,
    ],
    [
      'takes over lists of one line each, comments and commas at the end',
      "{\n  // Ours.\n  extends: [\n    'config:recommended', // all\n    /* none */\n  ],\n  packageRules: [\n    // first\n    { matchPackageNames: ['x'], enabled: false },\n  ],\n}\n",
      `{\n  // Ours.\n  extends: [\n    'config:recommended', // all\n    /* none */\n    ${single(pins).replace(', ', ',\n    ')},\n  ],\n  packageRules: [\n    ${single(rule).replace("'7 days'", "'7 days',")},\n    // first\n    { matchPackageNames: ['x'], enabled: false },\n  ],\n}\n`,
    ],
    [
      'knows presets that pin already',
      '{"extends": ["config:best-practices"], "packageRules": [{"matchDatasources": ["docker"], "automerge": true}]}',
      '{"extends": ["config:best-practices"], "packageRules": [{"matchDatasources": ["docker"], "automerge": true}]}',
    ],
    [
      'leaves rules for the same managers to the user',
      `{\n  "extends": [${pins}],\n  "packageRules": [{ "matchManagers": ["dockerfile"], "enabled": false }]\n}\n`,
      `{\n  "extends": [${pins}],\n  "packageRules": [{ "matchManagers": ["dockerfile"], "enabled": false }]\n}\n`,
    ],
    [
      'leaves when and how old to settings for everything',
      `{\n  "extends": ["schedule:daily", ${pins}],\n  "minimumReleaseAge": "14 days"\n}\n`,
      `{\n  "extends": ["schedule:daily", ${pins}],\n  "minimumReleaseAge": "14 days",\n  "packageRules": [\n    ${undated}\n  ]\n}\n`,
    ],
    [
      'adds managers only where they are listed',
      `{\n  "extends": [${pins}],\n  "enabledManagers": ["npm"],\n  "packageRules": [{ "matchManagers": ["dockerfile"] }]\n}\n`,
      `{\n  "extends": [${pins}],\n  "enabledManagers": ["npm", "dockerfile", "github-actions"],\n  "packageRules": [{ "matchManagers": ["dockerfile"] }]\n}\n`,
    ],
    [
      'takes over tabs',
      '{\n\t"extends": []\n}\n',
      `{\n\t"extends": [${pins}],\n\t"packageRules": [\n\t\t${rule.replaceAll('      ', '\t\t\t').replaceAll('    }', '\t\t}')}\n\t]\n}\n`,
    ],
    ['fills an empty object', '{}', `{\n  "extends": [${pins}],\n  "packageRules": [\n    ${rule}\n  ]\n}`],
    [
      'takes over commas at the end for a new key',
      "{\n  extends: ['a'],\n}\n",
      `{\n  extends: ['a', ${single(pins)}],\n  packageRules: [\n    ${single(rule).replace("'7 days'", "'7 days',")},\n  ],\n}\n`,
    ],
    [
      'stays on one line',
      `{"extends": [${pins}], "packageRules": [{"enabled": false}]}`,
      `{"extends": [${pins}], "packageRules": [${rule.replace(/\n\s*/g, ' ')}, {"enabled": false}]}`,
    ],
  ];
  for (const [what, theirs, merged] of cases)
    it(what, () => {
      assert.equal(mergeRenovate(theirs, ours, path), merged);
      assert.equal(mergeRenovate(merged, ours, path), merged, 'a second time nothing changes');
      const lineEnds = (text: string) => text.replaceAll('\n', '\r\n');
      assert.equal(mergeRenovate(lineEnds(theirs), ours, path).replaceAll('\r\n', '\n'), merged, 'with CRLF');
    });

  const broken: readonly (readonly [what: string, theirs: string, place: RegExp])[] = [
    ['nothing', '', /renovate\.json:1:1: a value is missing/],
    ['an open object', '{\n  "extends": []\n', /renovate\.json:3:1: a comma or } is missing/],
    ['an open text', '{\n  "extends": ["a]\n}', /renovate\.json:2:15: a value is missing/],
    ['no colon', '{ "a" 1 }', /renovate\.json:1:7: a colon is missing/],
    ['two values', '{}\n{}', /renovate\.json:2:1: something follows/],
    ['a list', '[]', /renovate\.json:1:1: it is not an object/],
    ['one preset as a text', '{\n  "extends": "a"\n}', /renovate\.json:2:3: extends is not a list of texts/],
    [
      'rules that are none',
      '{ packageRules: [1] }',
      /renovate\.json:1:3: packageRules is not a list of objects/,
    ],
    ['YAML', 'extends:\n  - a\n', /renovate\.json:1:1: a value is missing/],
    ['depth', '['.repeat(100_000), /renovate\.json:1:66: more than 64 levels/],
  ];
  for (const [what, theirs, place] of broken)
    it(`says where: ${what}`, () =>
      assert.match(inputError('unmergeable', () => mergeRenovate(theirs, ours, path)).message, place));

  it('whatever is there stays, however it is written', () => {
    const value = fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    const lists = fc.record(
      {
        extends: fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
        enabledManagers: fc.array(fc.constantFrom('npm', 'dockerfile'), { maxLength: 2 }),
        packageRules: fc.array(fc.record({ groupName: fc.string({ maxLength: 5 }) }), { maxLength: 2 }),
        schedule: fc.constant(['weekly']),
      },
      { requiredKeys: [] },
    );
    const written = fc.record({
      step: fc.constantFrom(undefined, '  ', '\t', '    '),
      lastComma: fc.boolean(),
      singleQuotes: fc.boolean(),
      comments: fc.boolean(),
    });
    fc.assert(
      fc.property(value, lists, written, (others, own, { step, lastComma, singleQuotes, comments }) => {
        const there = { ...others, ...own };
        let theirs = JSON.stringify(there, null, step);
        if (singleQuotes)
          theirs = theirs.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
            /['\\]/.test(text) ? text : text.replaceAll('"', "'"),
          );
        if (lastComma) theirs = theirs.replace(/(?<=\S)(?=\n\s*[\]}])/g, ',');
        if (comments) theirs = theirs.replace(/(?<=[,{[])\n/g, ' // a, ] }\n/* b, */ ');
        fc.pre(isDeepStrictEqual(parseJson5(theirs).value, JSON.parse(JSON.stringify(there))));
        const merged = mergeRenovate(theirs, ours, path);
        const after = parseJson5(merged).value as Record<string, unknown[]>;
        for (const [key, before] of Object.entries(
          JSON.parse(JSON.stringify(there)) as Record<string, unknown>,
        )) {
          if (key === 'packageRules')
            assert.deepEqual(after[key]?.slice(-Number((before as unknown[]).length) || Infinity), before);
          else if (['extends', 'enabledManagers'].includes(key))
            assert.deepEqual(after[key]?.slice(0, (before as unknown[]).length), before);
          else assert.deepEqual(after[key], before);
        }
        assert.equal(mergeRenovate(merged, ours, path), merged);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parse JSON5', () => {
  const texts: readonly (readonly [text: string, value: unknown])[] = [
    [`{a: 'it\\'s', "b": [1, .5, -0x1F, +2., 1e3,],}`, { a: "it's", b: [1, 0.5, -31, 2, 1000] }],
    ['// a\n/* b */ null // c', null],
    [`'a\\\nb\\x41\\u00e9\\q\\n'`, 'abAéq\n'],
    ['{$a_1: true, ünder: false}', { $a_1: true, ünder: false }],
  ];
  for (const [text, value] of texts)
    it(JSON.stringify(text), () => assert.deepEqual(parseJson5(text).value, value));

  it('reads what JSON.parse reads', () => {
    fc.assert(fc.property(fc.json(), (text) => assert.deepEqual(parseJson5(text).value, JSON.parse(text))));
  });

  it('reads five megabytes of blanks and commas in time', () => {
    for (const text of [' '.repeat(5e6), `[${'1,'.repeat(2e6)}]`, '/*'.repeat(2e6), '"\\'.repeat(2e6)]) {
      const start = Date.now();
      try {
        parseJson5(text);
      } catch {
        // Broken or not: it ends.
      }
      assert.ok(Date.now() - start < 5000, text.slice(0, 9));
    }
  });
});
