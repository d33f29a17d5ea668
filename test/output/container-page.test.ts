import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as prettier from 'prettier';
import { parse } from 'yaml';
import { expectedFolder, projectFolder } from '../golden-tests/generate.js';
import { packageRoot } from '../../src/package-root.js';
import { outputs, type Output } from './golden-outputs.js';
import { pending } from './pending.js';

const pages = outputs((file) => file.endsWith('CONTAINER.md'));

/** The texts of a page's fenced blocks of one language. */
function blocks({ text }: Output, language: string): string[] {
  return [...text.matchAll(/^```(?<language>\w+)\n(?<code>[^]*?)^```$/gm)].flatMap(({ groups }) =>
    groups?.['language'] === language ? [groups['code'] ?? ''] : [],
  );
}

interface Pod {
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly [Container];
  readonly volumes: readonly { readonly name: string }[];
}

interface Container {
  readonly name: string;
  readonly securityContext: unknown;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

function podOf(page: Output): Pod {
  const manifests = blocks(page, 'yaml').map((text) => parse(text));
  return manifests.find(({ kind }) => kind === 'Deployment').spec.template.spec;
}

function everyPage(what: string, holds: (page: Output) => void | Promise<void>): void {
  for (const page of pages) it(`${page.golden.name}: ${what}`, () => holds(page));
}

describe('every generated CONTAINER.md', () => {
  it('is there to be looked at', () => assert.ok(pages.length >= 6));

  everyPage('is stable under prettier, with its own settings and with ours', async ({ text }) => {
    const ours = await prettier.resolveConfig(path.join(packageRoot(), 'README.md'));
    for (const settings of [{}, ours])
      assert.equal(await prettier.format(text, { ...settings, parser: 'markdown' }), text);
  });

  everyPage('links to what is there', ({ golden, path: file, text }) => {
    const links = [...text.matchAll(/\]\((?<to>[^)]*)\)/g)].map(({ groups }) => groups?.['to'] ?? '');
    assert.ok(links.includes('Dockerfile'));
    for (const link of links) {
      const place = path.posix.join(path.posix.dirname(file), link);
      const roots = [expectedFolder(golden), projectFolder(golden)];
      assert.ok(
        roots.some((root) => existsSync(path.join(root, place))),
        link,
      );
    }
  });

  everyPage('has commands that a shell can read', (page) => {
    for (const input of blocks(page, 'sh')) {
      const { status, stderr } = spawnSync('sh', ['-n'], { input, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    }
  });

  everyPage('runs in a cluster with nothing that it does not need', (page) => {
    const { securityContext, containers } = podOf(page);
    assert.equal(securityContext['runAsNonRoot'], true);
    assert.deepEqual(securityContext['seccompProfile'], { type: 'RuntimeDefault' });
    assert.deepEqual(containers[0].securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  everyPage('has the user and the volumes of the image', (page) => {
    const { securityContext, containers, volumes } = podOf(page);
    const dockerfile = outputs((file) => file === page.path.replace('CONTAINER.md', 'Dockerfile')).find(
      ({ golden }) => golden === page.golden,
    )!.text;
    const { runAsUser, runAsGroup } = securityContext;
    assert.ok(dockerfile.includes(`\nUSER ${runAsUser}:${runAsGroup}\n`));
    const [{ volumeMounts }] = containers;
    const declared = /^VOLUME (?<list>.*)$/m.exec(dockerfile)?.groups?.['list'] ?? '[]';
    assert.deepEqual(
      volumeMounts.map(({ mountPath }) => mountPath),
      ['/tmp', ...(JSON.parse(declared) as string[])],
    );
    const names = volumes.map(({ name }) => name);
    assert.deepEqual(
      volumeMounts.map(({ name }) => name),
      names,
    );
    assert.equal(new Set(names).size, names.length);
    for (const name of [...names, containers[0].name])
      assert.match(name, /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
  });

  it('kubernetes-validate knows every field of what it deploys', function () {
    this.timeout(60_000);
    const { error } = spawnSync('kubernetes-validate', ['--version']);
    if (error !== undefined) pending(this, 'kubernetes-validate is not on PATH');
    const folder = mkdtempSync(path.join(tmpdir(), 'baseimage-page-'));
    try {
      const files = pages.map((page, at) => {
        const file = path.join(folder, `${at}.yaml`);
        writeFileSync(file, blocks(page, 'yaml').find((text) => text.startsWith('apiVersion:')) ?? '');
        return file;
      });
      const { status, stdout, stderr } = spawnSync('kubernetes-validate', ['--strict', ...files]);
      assert.equal(status, 0, `${stdout}${stderr}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  everyPage('is no part of the build context', ({ golden, path: file }) => {
    const names = ['.dockerignore', 'Dockerfile.dockerignore'];
    const ignored = outputs((other) => names.some((name) => other === file.replace('CONTAINER.md', name)));
    const rules = ignored.find((other) => other.golden === golden)?.text ?? '';
    assert.match(rules, file.startsWith('apps/') ? /^apps\/\*\/CONTAINER\.md$/m : /^\*\.md$/m);
  });
});
