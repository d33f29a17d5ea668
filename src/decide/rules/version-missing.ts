import { chooseVersion } from '../../catalogue/versions.js';
import { defineRule } from '../rule.js';

/** Some bases carry one version of a language only: it has to be one that the project accepts. */
export const versionMissing = defineRule({
  code: 'BI005',
  rejects: ({ base, cell, language, facts }) => {
    if (cell?.cycles === undefined || facts.version === null) return null;
    if (chooseVersion(language, cell, facts.version).fits) return null;
    // A version that no image carries any more is no reason against this base in particular.
    if (!chooseVersion(language, { ...cell, cycles: undefined }, facts.version).fits) return null;
    return {
      reason: `${base.id} has ${language.title} ${cell.cycles.join(', ')} only, the project asks for ${facts.version.value}`,
      source: facts.version.source,
    };
  },
});
