import assert from 'node:assert/strict';
import { imageReference } from '../../src/registry/image-reference.js';

describe('imageReference', () => {
  const cases: readonly [image: string, registry: string, repository: string, tag: string][] = [
    ['python:3.14-slim', 'docker.io', 'library/python', '3.14-slim'],
    ['oven/bun:1.3', 'docker.io', 'oven/bun', '1.3'],
    ['docker.io/library/node:24', 'docker.io', 'library/node', '24'],
    ['gcr.io/distroless/static-debian13:nonroot', 'gcr.io', 'distroless/static-debian13', 'nonroot'],
    ['localhost:5000/a:1', 'localhost:5000', 'a', '1'],
    ['localhost/a:1', 'localhost', 'a', '1'],
    ['registry.test:8443/team/a', 'registry.test:8443', 'team/a', 'latest'],
    ['busybox', 'docker.io', 'library/busybox', 'latest'],
  ];
  for (const [image, registry, repository, tag] of cases)
    it(image, () => assert.deepEqual(imageReference(image), { registry, repository, tag }));
});
