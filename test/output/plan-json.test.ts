import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { main } from '../../src/cli/main.js';
import { packageRoot } from '../../src/package-root.js';
import { goldenCases } from '../golden-tests/cases.js';
import { goldenFolder, projectFolder } from '../golden-tests/generate.js';

const schema = path.join(packageRoot(), 'schema/plan.schema.json');
const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

/** What the bin prints for a command line: one JSON document and an exit status. */
async function printed(
  argv: readonly string[],
): Promise<{ status: number; document: Record<string, unknown> }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await main(argv, { stdin, stdout, stderr, env: {}, cwd: goldenFolder });
  return { status, document: JSON.parse(String(stdout.read())) as Record<string, unknown> };
}

describe('the plan as JSON', () => {
  for (const golden of goldenCases) {
    it(`obeys its schema: ${golden.name}`, async () => {
      const { status, document } = await printed(['plan', projectFolder(golden), '--json', ...golden.flags]);
      assert.equal(status, 0);
      assert.ok(validate(document), JSON.stringify(validate.errors, null, 2));
      assert.ok('decision' in document);
    });
  }

  it('names every image that its Dockerfile starts from', async () => {
    for (const golden of goldenCases) {
      const { document } = await printed(['plan', projectFolder(golden), '--json', ...golden.flags]);
      const { build, run } = document['images'] as { build: string[]; run: string };
      const folder = golden.flags[0] === '--app' ? `${golden.flags[1]}/` : '';
      const dockerfile = path.join(goldenFolder, 'expected', golden.name, `${folder}Dockerfile`);
      const from = [...readFileSync(dockerfile, 'utf8').matchAll(/^FROM (?:--platform=\S+ )?(\S+)/gm)];
      const images = new Set(from.map(([, image = '']) => image).filter(isReference));
      if (!golden.flags.includes('--templates'))
        assert.deepEqual(new Set([...build, run]), images, golden.name);
    }
  });
});

describe('an error as JSON', () => {
  const fails = (argv: readonly string[], status: number, code: string) =>
    it(`${argv.join(' ')}: ${code}`, async () => {
      const result = await printed([...argv, '--json']);
      assert.equal(result.status, status);
      assert.ok(validate(result.document), JSON.stringify(validate.errors, null, 2));
      assert.equal((result.document['error'] as { code: string }).code, code);
    });
  fails(['plan', 'projects/nowhere'], 2, 'no-such-folder');
  fails(['plan', 'projects/node-npm', '--base', 'alpin'], 2, 'bad-value');
  fails(['plan', 'projects/node-npm', '--port', '70000'], 2, 'bad-value');
  fails(['plan', 'projects/node-npm', '--prot', '70'], 2, 'unknown-flag');
  fails(['plan', 'projects/node-npm', '--shell', '--no-shell'], 2, 'contradiction');
  fails(['plan', 'projects/node-npm', '--base', 'scratch'], 2, 'base-impossible');
  fails(['plan', 'projects/python-packaged', '--rhel'], 2, 'no-base');
  fails(['plan', 'projects/monorepo'], 2, 'several-apps');
  fails(['plan', 'projects/monorepo', '--app', 'nowhere'], 2, 'no-such-app');
  fails(['plan', 'overlays'], 2, 'no-language');
  fails(['plan', 'projects/node-npm', '--templates', 'overlays/none'], 2, 'no-such-overlay');
});

/** Not the name of an earlier stage. */
function isReference(image: string): boolean {
  return image === 'scratch' || image.includes(':');
}
