import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputs } from './golden-outputs.js';
import { scannedByTrivy } from './trivy.js';

const textOf = (file: string) =>
  outputs((output) => output === file).find(({ golden }) => golden.name === 'go-server')!.text;

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** The generated file with its examples in force, until a day of the form 2027-06-30. */
const inForce = (expiry: string) =>
  textOf('.trivyignore.yaml')
    .slice(textOf('.trivyignore.yaml').indexOf('# vulnerabilities:'))
    .replaceAll(/^# ?/gm, '')
    .replaceAll(/(?<=expired_at: ).*/g, expiry);

/** Trivy itself, over a project with what the examples of .trivyignore.yaml are about. */
describe('the generated .trivyignore.yaml', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'baseimage-accepted-'));
  before(() => {
    writeFileSync(path.join(folder, 'Dockerfile'), textOf('Dockerfile'));
    mkdirSync(path.join(folder, 'local'));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(
      path.join(folder, 'local/key.pem'),
      privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function found(context: Mocha.Context, accepted: string): string[] {
    writeFileSync(path.join(folder, '.trivyignore.yaml'), accepted);
    const args = ['fs', '--scanners', 'secret,misconfig', '--ignorefile', '.trivyignore.yaml'];
    return scannedByTrivy(context, folder, args)
      .flatMap(({ Misconfigurations = [], Secrets = [] }) => [
        ...Misconfigurations.map(({ ID }) => ID),
        ...Secrets.map(({ RuleID }) => RuleID),
      ])
      .sort();
  }

  it('accepts nothing as it is made', function () {
    assert.deepEqual(found(this, textOf('.trivyignore.yaml')), ['DS-0026', 'private-key']);
  });

  it('has examples that accept what they name', function () {
    assert.deepEqual(found(this, inForce(day(1))), []);
  });

  it('has examples that end with their day', function () {
    assert.deepEqual(found(this, inForce(day(0))), ['DS-0026']);
  });
});
