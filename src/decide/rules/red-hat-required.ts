import { defineRule } from '../rule.js';

/** Red Hat supports what runs on its own base images. */
export const redHatRequired = defineRule({
  code: 'BI004',
  rejects: ({ base, rhel }) =>
    rhel.value && !base.rhel ? { reason: `${base.id} is not a Red Hat image`, source: rhel.source } : null,
});
