import { systemPackage } from '../../catalogue/distribution-packages.js';
import { defineRule } from '../rule.js';

/** The golang images are Debian's and Alpine's: what is linked there finds its library again on the same distribution alone. */
const compilers: readonly (string | null)[] = ['debian', 'alpine'];

/** A library that a binary was linked against has another version, or another name, elsewhere. */
export const libraryFromElsewhere = defineRule({
  code: 'BI014',
  rejects: ({ base, facts: { details } }) => {
    const [library] = details.kind === 'go' ? details.libraries : [];
    if (library === undefined || base.packageManager === null || compilers.includes(base.distribution))
      return null;
    const { title } = systemPackage(library.value);
    return {
      reason: `${base.id} has ${title} in another version than the stage that compiles`,
      source: library.source,
    };
  },
});
