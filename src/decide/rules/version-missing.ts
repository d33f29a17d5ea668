import { chooseVersion } from '../../catalogue/versions.js';
import { defineRule } from '../rule.js';

/** Some bases carry one version of a language only: it has to be one that the project accepts and its dependencies are built for. */
export const versionMissing = defineRule({
  code: 'BI005',
  rejects: ({ base, cell, language, facts }) => {
    const asked = facts.version ?? facts.newestVersion ?? null;
    if (cell?.cycles === undefined || asked === null) return null;
    if (chooseVersion(language, cell, facts).fits) return null;
    // A version that no image carries any more is no reason against this base in particular.
    if (!chooseVersion(language, { ...cell, cycles: undefined }, facts).fits) return null;
    return {
      reason: `${base.id} has ${language.title} ${cell.cycles.join(', ')} only, the project asks for ${asked.value}`,
      source: asked.source,
    };
  },
});
