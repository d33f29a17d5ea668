import assert from 'node:assert/strict';
import { loadSystemPackages, type DistributionPackages } from '../../src/catalogue/catalogue.js';

/**
 * The form of a package's name in each archive: https://www.debian.org/doc/debian-policy/ch-controlfields.html#source,
 * https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd, https://rpm-software-management.github.io/rpm/manual/spec.html
 */
const forms = {
  debian: /^[a-z0-9][a-z0-9+.-]+$/,
  ubuntu: /^[a-z0-9][a-z0-9+.-]+$/,
  alpine: /^[a-z0-9_][a-z0-9_+.-]*$/,
  wolfi: /^[a-z0-9_][a-z0-9_+.-]*$/,
  redhat: /^[A-Za-z0-9][A-Za-z0-9_+.-]*$/,
} as const;

/** How headers are called there; what another distribution calls them is a slip. */
const headers = {
  debian: /-devel$/,
  ubuntu: /-devel$/,
  alpine: /-devel$/,
  wolfi: /-devel$/,
  redhat: /-dev$/,
};

describe('names of system packages', () => {
  const { packages, proven } = loadSystemPackages();
  for (const distribution of ['debian', 'ubuntu', 'alpine', 'wolfi', 'redhat'] as const) {
    it(`have the form that ${distribution}'s archive allows`, () => {
      for (const [id, entry] of Object.entries(packages)) {
        const found: DistributionPackages | null | undefined = entry[distribution];
        for (const name of [...(found?.build ?? []), ...(found?.run ?? [])]) {
          assert.match(name, forms[distribution], `${id} on ${distribution}`);
          assert.doesNotMatch(name, headers[distribution], `${id} on ${distribution}`);
        }
      }
    });
  }
  it('are there for whatever counts as proven', () => {
    for (const [distribution, ids] of Object.entries(proven)) {
      for (const id of ids)
        assert.ok(packages[id]?.[distribution as keyof typeof forms], `${id} on ${distribution}`);
    }
  });
});
