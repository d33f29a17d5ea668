import { defineRule } from '../rule.js';

/** Who asked for a shell gets a base that has one. */
export const shellWanted = defineRule({
  code: 'BI001',
  rejects: ({ base, shell }) =>
    shell.value && base.shell === null ? { reason: `${base.id} has no shell`, source: shell.source } : null,
});
