import { defineRule } from '../rule.js';

/** Native code is compiled in a stage whose C library matches the base's; not every base has such a stage. */
export const noCompiler = defineRule({
  code: 'BI006',
  rejects: ({ base, cell, facts }) =>
    facts.nativeCode?.value && cell !== null && cell.native === undefined
      ? { reason: `no build stage with a C compiler suits ${base.id}`, source: facts.nativeCode.source }
      : null,
});
