import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { distinct, outputs } from './golden-outputs.js';
import { pending } from './pending.js';

/** The program that turns a scanner's JSON into the summary of a run. */
function summaryProgram(scanner: 'trivy' | 'grype'): string {
  const found = distinct(outputs((path) => path.endsWith('/container.yml'))).find(
    ({ golden }) => golden.flags.includes('grype') === (scanner === 'grype'),
  );
  return (parse(found?.text ?? '') as { env: { SUMMARY: string } }).env.SUMMARY;
}

function summary(context: Mocha.Context, scanner: 'trivy' | 'grype', report: object): string[] {
  const args = ['--raw-output', '--arg', 'of', 'api:1', summaryProgram(scanner)];
  const { error, stdout, stderr } = spawnSync('jq', args, {
    input: JSON.stringify(report),
    encoding: 'utf8',
  });
  if (error !== undefined) pending(context, 'jq is not on PATH');
  assert.equal(stderr, '');
  return stdout.split('\n').filter((line) => line !== '');
}

const head = ['| severity | finding | where | fix |', '| --- | --- | --- | --- |'];

describe('the summary of a run', () => {
  it("shows Trivy's findings, the worst first, and none of their texts as markup", function () {
    const report = {
      Results: [
        {
          Target: 'debian 13',
          Vulnerabilities: [
            { VulnerabilityID: 'CVE-1', PkgName: 'libc6', InstalledVersion: '2.41', Severity: 'LOW' },
            {
              VulnerabilityID: 'CVE-2',
              PkgName: 'tls',
              InstalledVersion: '3',
              FixedVersion: '3.1',
              Severity: 'CRITICAL',
            },
          ],
        },
        {
          Target: 'D|o`c',
          Misconfigurations: [
            { ID: 'DS-2', Title: '<b>root</b>\n# x', Severity: 'HIGH', Resolution: 'Add USER' },
          ],
        },
        { Target: 'a.pem', Secrets: [{ RuleID: 'private-key', StartLine: 1, Severity: 'HIGH' }] },
        { Target: 'nothing' },
      ],
    };
    assert.deepEqual(summary(this, 'trivy', report), [
      '### Findings in api:1',
      '1 CRITICAL, 2 HIGH, 0 MEDIUM, 1 LOW, 0 UNKNOWN',
      ...head,
      '| CRITICAL | CVE-2 | tls 3 | 3.1 |',
      '| HIGH | DS-2 | D o c b root /b # x | Add USER |',
      '| HIGH | private-key | a.pem line 1 | revoke it |',
      '| LOW | CVE-1 | libc6 2.41 | no fix |',
    ]);
  });

  it("shows Grype's findings", function () {
    const match = (id: string, severity: string, versions: string[]) => ({
      vulnerability: { id, severity, fix: { versions } },
      artifact: { name: 'lodash', version: '4' },
    });
    const report = { matches: [match('CVE-1', 'Negligible', []), match('GHSA-1', 'High', ['4.1', '5'])] };
    assert.deepEqual(summary(this, 'grype', report), [
      '### Findings in api:1',
      '0 Critical, 1 High, 0 Medium, 0 Low, 1 Negligible, 0 Unknown',
      ...head,
      '| High | GHSA-1 | lodash 4 | 4.1, 5 |',
      '| Negligible | CVE-1 | lodash 4 | no fix |',
    ]);
  });

  it('says so where nothing was found, and stops after twenty', function () {
    assert.equal(summary(this, 'trivy', {}).length, 2);
    const findings = Array.from({ length: 30 }, (_, at) => ({
      VulnerabilityID: `CVE-${at}`,
      Severity: 'HIGH',
    }));
    assert.equal(summary(this, 'trivy', { Results: [{ Vulnerabilities: findings }] }).length, 2 + 2 + 20);
  });
});
