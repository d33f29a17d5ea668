import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { isMap, isPair, parseDocument, visit } from 'yaml';
import { loadActions } from '../../src/catalogue/catalogue.js';
import { pending } from './pending.js';
import { distinct, isYaml, outputs } from './golden-outputs.js';
import { compiledSchema, schemaFolder } from './schemas.js';

const files = distinct(outputs(isYaml));

describe('every generated YAML file', () => {
  it('is there to be looked at', () => assert.ok(files.length >= 3));

  for (const { golden, path: file, text } of files) {
    it(`${golden.name}/${file} parses and is stable under prettier`, async () => {
      const document = parseDocument(text);
      assert.deepEqual([...document.errors, ...document.warnings], []);
      // A list that nobody has put anything on yet is a comment.
      assert.ok(document.contents === null || isMap(document.contents));
      assert.equal(await prettier.format(text, { parser: 'yaml' }), text);
    });
  }
});

describe('every generated workflow', () => {
  const workflows = files.filter((file) => file.path.endsWith('container.yml'));

  it('pins every action by the commit of the catalogue', () => {
    const { actions } = loadActions();
    for (const { text } of workflows) {
      for (const [, action = '', sha, tag] of text.matchAll(/uses: (\S+)@(\S+) # (\S+)$/gm)) {
        const pin = actions[action.split('/').slice(0, 2).join('/')];
        assert.deepEqual({ sha, tag }, { sha: pin?.sha, tag: pin?.tag }, action);
        assert.match(sha ?? '', /^[0-9a-f]{40}$/);
      }
      assert.equal(text.match(/uses:/g)?.length, text.match(/uses: \S+@[0-9a-f]{40} # v/g)?.length);
    }
  });

  it('gates on CRITICAL whatever there is, and on HIGH that have a fix, with the list of what is accepted', () => {
    for (const { text } of workflows) {
      for (const job of ['sources', 'image']) {
        const [critical, high] = gatesOf(text, job);
        assert.deepEqual(severities(critical), ['critical', false], job);
        assert.deepEqual(severities(high), ['high', true], job);
      }
    }
  });

  it('publishes only what passed, from the default branch and tags, with rights that no other job has', () => {
    const published = workflows.filter(({ text }) => text.includes('\n  publish:\n'));
    assert.ok(published.length >= 2);
    for (const { text } of published) {
      const { jobs } = parseDocument(text).toJS() as Workflow;
      const { publish, ...others } = jobs;
      assert.deepEqual(publish?.needs, ['sources', 'image']);
      assert.match(publish?.if ?? '', /event_name == 'push' && !github\.event\.repository\.fork/);
      for (const { permissions } of Object.values(others))
        assert.deepEqual(permissions, {
          actions: 'read',
          contents: 'read',
          'security-events': 'write',
        });
    }
  });

  it('names what it pushed only when that has passed the gates as well', () => {
    const published = workflows.filter(({ text }) => text.includes('\n  publish:\n'));
    for (const { text } of published) {
      const { steps } = (parseDocument(text).toJS() as Workflow).jobs['publish']!;
      const names = steps.map(({ name }) => name);
      const push = steps.find(({ name }) => name === 'Build and push')!;
      assert.match(String(push.with['outputs']), /,push-by-digest=true,/);
      assert.equal(push.with['tags'], undefined);
      const order = [
        'Build and push',
        'Scan',
        'Gate on CRITICAL',
        'Gate on HIGH that have a fix',
        'Sign and name',
      ];
      assert.deepEqual(
        names.filter((name) => order.includes(name)),
        order,
      );
      assert.equal(names.at(-1), 'Sign and name');
    }
  });

  it('has no expression in a script and no rights that it does not name', () => {
    for (const { text } of workflows) {
      const document = parseDocument(text);
      assert.deepEqual(document.toJS().permissions, {});
      visit(document, {
        Pair(_, pair) {
          if (isPair(pair) && String(pair.key) === 'run') assert.doesNotMatch(String(pair.value), /\$\{\{/);
        },
      });
    }
  });
});

interface Step {
  readonly name: string;
  readonly with: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: readonly string[];
        readonly if?: string;
        readonly permissions: Readonly<Record<string, string>>;
        readonly steps: readonly Step[];
      }
    >
  >;
}

function gatesOf(workflow: string, job: string): Step[] {
  const { jobs } = parseDocument(workflow).toJS() as Workflow;
  return (jobs[job]?.steps ?? []).filter(({ name }) => name.startsWith('Gate on '));
}

/** The least severity that a gate stops, and whether it lets pass what has no fix; asserts that it stops. */
function severities(gate: Step | undefined): [severity: string, onlyFixed: boolean] {
  const given = gate?.with ?? {};
  assert.match(String(given['trivyignores'] ?? given['config']), /^\.(?:trivyignore\.yaml|grype\.yaml)$/);
  assert.ok(given['exit-code'] === '1' || given['fail-build'] !== false);
  const severity = String(given['severity'] ?? given['severity-cutoff']).toLowerCase();
  return [severity, given['ignore-unfixed'] === true || given['only-fixed'] === true];
}

describe('JSON Schemas of GitHub', () => {
  const judged: readonly [file: string, schema: string][] = [
    ['dependabot.yml', 'dependabot-2.0.json'],
    ['dependabot.yaml', 'dependabot-2.0.json'],
    ['container.yml', 'github-workflow.json'],
  ];
  for (const [file, schema] of judged) {
    it(`${schema} takes every ${file}`, function () {
      const place = path.join(schemaFolder, schema);
      if (!existsSync(place)) pending(this, `no ${place}: name the folder with BASEIMAGE_SCHEMAS`);
      const validate = compiledSchema(place);
      for (const { golden, text } of files.filter((output) => output.path.endsWith(file)))
        assert.ok(validate(parseDocument(text).toJS()), `${golden.name}: ${JSON.stringify(validate.errors)}`);
    });
  }
});
