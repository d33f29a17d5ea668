import { defineRule } from '../rule.js';

/** An interpreted language needs its run time in the image. */
export const noCell = defineRule({
  code: 'BI003',
  rejects: ({ base, cell, language, facts }) =>
    cell === null
      ? {
          reason: `${base.id} can't hold the run time of ${language.title}`,
          source: facts.language.source,
        }
      : null,
});
