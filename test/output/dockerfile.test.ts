import assert from 'node:assert/strict';
import type { Instruction } from 'dockerfile-ast';
import { loadBases } from '../../src/catalogue/catalogue.js';
import { readByDependabot } from './dependabot-from.js';
import { isDockerfile, outputs, type Output } from './golden-outputs.js';
import { argumentOf, effective, lineage, stagesOf, type Stage } from './stages.js';

/** A rule that every generated Dockerfile obeys. */
function everywhere(rule: string, obeys: (stages: readonly Stage[], output: Output) => void): void {
  it(rule, () => {
    for (const output of outputs(isDockerfile)) {
      try {
        obeys(stagesOf(output.text), output);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new assert.AssertionError({ message: `${output.golden.name}/${output.path}: ${message}` });
      }
    }
  });
}

const words = (instruction: Instruction) => argumentOf(instruction).split(/\s+/);
const ofKind = (stage: Stage, keyword: string) =>
  stage.instructions.filter((instruction) => instruction.getKeyword() === keyword);

describe('every generated Dockerfile', () => {
  it('is there to be looked at', () => assert.ok(outputs(isDockerfile).length >= 36));

  everywhere('ends as a numeric user other than root', (stages) => {
    const [user = '', group = ''] = argumentOf(effective(stages, 'USER')).split(':');
    assert.match(user, /^[1-9]\d*$/);
    assert.match(group, /^\d+$/);
  });

  everywhere('has literal references with a tag that Dependabot reads', (stages) => {
    const names = new Set(stages.map(({ name }) => name));
    for (const { from, image } of stages) {
      if (image === 'scratch' || names.has(image)) continue;
      const line = `FROM ${argumentOf(from)}`;
      const read = readByDependabot(line);
      assert.ok(read?.tag, `not read by Dependabot: ${line}`);
      assert.equal(`${read.image}:${read.tag}`, image);
      if (read.tag.startsWith('latest')) assert.match(read.image, /^cgr\.dev\/chainguard\//);
    }
  });

  everywhere('copies from stages of its own only', (stages) => {
    const names = stages.map(({ name }) => name);
    for (const copy of stages.flatMap((stage) => ofKind(stage, 'COPY'))) {
      const from = /--from=(\S+)/.exec(argumentOf(copy))?.[1];
      assert.ok(from === undefined || names.includes(from), `COPY --from=${from}`);
    }
  });

  everywhere('starts in exec form', (stages) => {
    for (const { instructions } of lineage(stages))
      for (const instruction of instructions)
        if (['ENTRYPOINT', 'CMD', 'HEALTHCHECK'].includes(instruction.getKeyword())) {
          const command = argumentOf(instruction).replace(/^(?:--\S+ )*CMD /, '');
          assert.ok(Array.isArray(JSON.parse(command)), command);
        }
    assert.ok(effective(stages, 'ENTRYPOINT'), 'no ENTRYPOINT');
  });

  everywhere('starts no shell and no package manager as process 1', (stages) => {
    const program = [effective(stages, 'ENTRYPOINT'), effective(stages, 'CMD')].flatMap((instruction) =>
      instruction === undefined ? [] : (JSON.parse(argumentOf(instruction)) as string[]),
    );
    assert.doesNotMatch(program[0] ?? '', /^(?:\/bin\/)?(?:sh|bash|npm|yarn|pnpm|uv|poetry|pipenv|pdm)$/);
  });

  everywhere('installs through a cache mount, or cleans up in the same step', (stages) => {
    for (const run of stages.flatMap((stage) => ofKind(stage, 'RUN'))) {
      const command = argumentOf(run);
      const installs =
        /\b(?:npm (?:ci|install|prune)|yarn (?:install|workspaces)|pnpm install|bun install|pip .*install|uv sync|go (?:mod download|build))\b/.test(
          command,
        );
      if (installs) assert.match(command, /--mount=type=cache,target=\//);
      if (/apt-get install/.test(command)) {
        assert.match(command, /--no-install-recommends/);
        assert.match(command, /rm -rf \/var\/lib\/apt\/lists\/\*$/);
      }
      if (/apk add/.test(command)) assert.match(command, /--no-cache/);
      if (/\b(?:micro)?dnf (?:re)?install/.test(command)) assert.match(command, /dnf clean all$/);
    }
  });

  everywhere('has no secret in ARG, ENV or COPY', (stages) => {
    const named = /token|secret|passw|api_?key|credential|\.env\b|\.npmrc|\.netrc|\.pem|id_rsa/i;
    for (const stage of stages)
      for (const keyword of ['ARG', 'ENV', 'COPY', 'ADD'])
        for (const instruction of ofKind(stage, keyword)) assert.doesNotMatch(argumentOf(instruction), named);
  });

  everywhere('has a debug target where the base has no shell, and only there', (stages, { golden, text }) => {
    const base = /^# Base (?<id>[\w-]+):/m.exec(text)?.groups?.['id'];
    const entry = loadBases().find(({ id }) => id === base);
    assert.ok(entry, `no base in the head of ${golden.name}`);
    const debug = stages.find(({ name }) => name === 'debug');
    assert.equal(debug !== undefined, entry.shell === null);
    if (debug !== undefined) assert.notEqual(stages.at(-1), debug, 'the debug stage is the default');
  });

  everywhere('copies dependency files before sources', (stages) => {
    for (const stage of stages) {
      const copies = ofKind(stage, 'COPY').filter((copy) => !argumentOf(copy).startsWith('--from='));
      const all = copies.findIndex((copy) => words(copy)[0] === '.');
      assert.ok(all === -1 || all === copies.length - 1, 'a COPY follows COPY . .');
      const install = ofKind(stage, 'RUN').find((run) =>
        /go mod download|npm ci|uv sync|--requirement/.test(argumentOf(run)),
      );
      const sources = copies[all];
      if (install !== undefined && sources !== undefined)
        assert.ok(
          install.getRange().start.line < sources.getRange().start.line,
          'sources before dependencies',
        );
    }
  });

  everywhere('labels the image with its base', (stages) => {
    const label = argumentOf(effective(stages, 'LABEL'));
    const start = lineage(stages)[0]?.image ?? '';
    const name = /org\.opencontainers\.image\.base\.name="([^"]+)"/.exec(label)?.[1] ?? '';
    const full = [start, `docker.io/${start}`, `docker.io/library/${start}`];
    assert.ok(full.includes(name), `${name} is not ${start}`);
  });

  everywhere('cross-compiles where it names the target', (_, { text }) => {
    const onBuilder = /^FROM --platform=\$BUILDPLATFORM \S+ AS (?:build|dependencies|frontend)$/m.test(text);
    const buildsPages = /^FROM dependencies AS build$/m.test(text) && /\["\/?(?:nginx|caddy)"/.test(text);
    assert.equal(onBuilder, /GOARCH=\$TARGETARCH/.test(text) || buildsPages);
  });

  everywhere('brings scratch what it lacks', (stages, { text }) => {
    if (lineage(stages)[0]?.image !== 'scratch') return;
    for (const needed of ['/etc/passwd', '/etc/group', '1777', 'ca-certificates.crt'])
      assert.ok(text.includes(needed), `no ${needed}`);
    // Who only sends files asks for no place's time.
    assert.equal(text.includes('timetzdata'), !text.includes('"/caddy"'));
  });

  everywhere('installs no compiler in its last stage', (stages) => {
    for (const run of lineage(stages).flatMap((stage) => ofKind(stage, 'RUN')))
      assert.doesNotMatch(argumentOf(run), /\b(?:gcc|g\+\+|build-essential|build-base|-dev|-devel)\b/);
  });

  everywhere('has short lines of comment, each with a reason for what it silences', (_, { text }) => {
    const lines = text.split('\n');
    lines.forEach((line, at) => {
      if (line.startsWith('# hadolint ignore=')) assert.match(lines[at - 1] ?? '', /^# \S.*\.$|^# .*: .*$/);
      if (line.startsWith('#')) assert.ok(line.length <= 160, line);
    });
  });
});
