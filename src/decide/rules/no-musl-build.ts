import { defineRule } from '../rule.js';

/** A wheel, an add-on or a library that nobody builds for musl would be compiled for minutes, or not at all. */
export const noMuslBuild = defineRule({
  code: 'BI012',
  rejects: ({ base, glibc }) =>
    base.libc === 'musl' && glibc.value
      ? { reason: `${base.id} has musl in place of glibc`, source: glibc.source }
      : null,
});
