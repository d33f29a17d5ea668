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
