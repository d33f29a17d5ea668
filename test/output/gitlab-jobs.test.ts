import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import { distinct, outputs } from './golden-outputs.js';

interface Job {
  readonly variables?: Readonly<Record<string, string>>;
  readonly script?: readonly string[];
}

const pipelines = distinct(outputs((file) => file.endsWith('container.gitlab-ci.yml'))).map(
  ({ golden, text }) => ({ name: golden.name, jobs: parse(text) as Readonly<Record<string, Job>> }),
);

/** What a shell has in `variable` after those lines of a job's script that set it. */
function afterScript(job: Job, variable: string, env: Readonly<Record<string, string>>): string {
  const lines = job.script!.filter((line) => line.includes(`${variable}=`) || line.startsWith('VERSION='));
  return execFileSync('sh', ['-euc', [...lines, `printf %s "$${variable}"`].join('\n')], {
    env,
    encoding: 'utf8',
  });
}

describe("the jobs of GitLab's pipelines", () => {
  for (const { name, jobs } of pipelines) {
    it(`${name}: protected branches share no cache of layers with the rest`, () => {
      const build = jobs['container-build']!;
      const cacheOf = (isProtected: string) =>
        afterScript(build, 'CACHE', { CI_COMMIT_REF_PROTECTED: isProtected });
      assert.equal(cacheOf('true'), 'cache-protected');
      assert.equal(cacheOf('false'), 'cache');
    });

    // Trivy shows these to whichever registry it asks, those of its database too.
    it(`${name}: Trivy has no password for every registry`, () => {
      const names = Object.values(jobs).flatMap(({ variables = {} }) => Object.keys(variables));
      for (const told of ['TRIVY_USERNAME', 'TRIVY_PASSWORD']) assert.ok(!names.includes(told), told);
    });
  }

  it('name what is published after the tag, or after the branch', () => {
    const publish = pipelines.flatMap(({ jobs }) => jobs['container-publish'] ?? [])[0]!;
    assert.equal(afterScript(publish, 'TAGS', { CI_COMMIT_TAG: 'v1.2.3' }), '1.2.3 1.2 latest');
    const branch = { CI_COMMIT_TAG: '', CI_COMMIT_REF_SLUG: 'main' };
    assert.equal(afterScript(publish, 'TAGS', branch), 'main');
  });
});
