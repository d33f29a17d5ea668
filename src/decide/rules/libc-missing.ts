import { defineRule } from '../rule.js';

/** A program that is linked against a C library does not start where there is none. */
export const libcMissing = defineRule({
  code: 'BI002',
  rejects: ({ base, facts, glibc }) => {
    if (base.libc !== 'none') return null;
    const cause = facts.nativeCode?.value ? facts.nativeCode : glibc.value ? glibc : null;
    return cause && { reason: `${base.id} has no C library`, source: cause.source };
  },
});
