import assert from 'node:assert/strict';
import { detected } from './detected.js';

describe('Prisma', () => {
  const schema = { 'prisma/schema.prisma': '' };
  const needs = (version: string) => ({
    'package.json': { dependencies: { '@prisma/client': version }, devDependencies: { prisma: version } },
  });
  it('has engines of machine code before 7', () =>
    assert.equal(detected({ ...needs('^6.1.0'), ...schema }).details.prisma?.engines.value, true));
  it('has none from 7 on', () =>
    assert.equal(detected({ ...needs('^7.0.0'), ...schema }).details.prisma?.engines.value, false));
  const generator = (output: string) =>
    `generator client {\n  provider = "prisma-client"\n  output   = "${output}"\n}\n`;
  it('writes its client among the sources', () => {
    const files = { ...needs('^7.0.0'), 'prisma/schema.prisma': generator('../generated/prisma') };
    assert.deepEqual(detected(files).details.prisma?.output, ['generated/prisma']);
  });
  it('writes its client among the packages', () => {
    const files = { ...needs('^6.0.0'), 'prisma/schema.prisma': generator('../node_modules/.prisma/client') };
    assert.deepEqual(detected(files).details.prisma?.output, []);
  });
  it('has a schema of several files', () => {
    const folder = {
      'prisma/schema/main.prisma': generator('../../client'),
      'prisma/schema/user.prisma': '',
    };
    assert.deepEqual(detected({ ...needs('^7.0.0'), ...folder }).details.prisma?.output, ['client']);
  });
  it('asks for a variable while it generates', () => {
    const config =
      "import { defineConfig, env } from 'prisma/config';\nexport default defineConfig({ datasource: { url: env('DATABASE_URL') } });";
    const files = { ...needs('^7.0.0'), ...schema, 'prisma.config.ts': config };
    assert.deepEqual(detected(files).details.prisma?.variables, ['DATABASE_URL']);
  });
  it('looks at the compiler’s settings', () => {
    const files = { ...needs('^7.0.0'), ...schema, 'tsconfig.json': '{}' };
    assert.deepEqual(detected(files).details.installFiles, ['package.json', 'prisma/', 'tsconfig.json']);
  });
  it('generates nothing without a schema', () =>
    assert.equal(detected(needs('^7.0.0')).details.prisma, null));
});

describe('a browser', () => {
  const needs = (name: string) => ({ 'package.json': { dependencies: { [name]: '24' } } });
  it('is the distribution’s where Puppeteer drives it', () => {
    const { details } = detected(needs('puppeteer'));
    assert.equal(details.browser?.value, 'puppeteer');
    assert.equal(details.startEnvironment['PUPPETEER_EXECUTABLE_PATH'], '/usr/bin/chromium');
  });
  it('is the app’s own matter with puppeteer-core', () =>
    assert.equal(detected(needs('puppeteer-core')).details.browser, null));
});
