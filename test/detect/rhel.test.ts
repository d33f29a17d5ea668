import assert from 'node:assert/strict';
import { detectRhel } from '../../src/detect/rhel.js';
import { memoryProject } from '../../src/project/memory-view.js';

describe('rhel', () => {
  const cases: readonly (readonly [string, Record<string, string>, string | null])[] = [
    ['nothing', { 'main.go': '' }, null],
    [
      'a route',
      { 'openshift/route.yaml': 'kind: Route\napiVersion: route.openshift.io/v1\n' },
      'openshift/route.yaml:2',
    ],
    ['a build configuration', { 'k8s/all.yml': '---\nkind: BuildConfig\n' }, 'k8s/all.yml:2'],
    ['a manifest at the root', { 'app.yaml': 'kind: DeploymentConfig\n' }, 'app.yaml:1'],
    ['in a list', { 'deploy/list.yaml': 'items:\n  - kind: ImageStream\n' }, 'deploy/list.yaml:2'],
    ['plain Kubernetes', { 'k8s/all.yml': 'kind: Deployment\napiVersion: apps/v1\n' }, null],
    ['somewhere else', { 'docs/a/x.yaml': 'kind: BuildConfig\n' }, null],
    [
      'a Red Hat image',
      {
        Dockerfile: 'FROM x AS a\nFROM --platform=linux/amd64 registry.access.redhat.com/ubi10/ubi-minimal\n',
      },
      'Dockerfile:2',
    ],
    ['a Containerfile', { Containerfile: 'from registry.redhat.io/ubi9:9.6\n' }, 'Containerfile:1'],
    ['another image', { Dockerfile: '# FROM registry.redhat.io/x\nFROM alpine:3\n' }, null],
  ];
  for (const [name, files, source] of cases) {
    it(name, () => {
      assert.deepEqual(detectRhel(memoryProject(files)), source && { value: true, source });
    });
  }
});
