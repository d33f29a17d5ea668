import { distributionPackages, systemPackage } from '../../catalogue/distribution-packages.js';
import { systemNeeds } from '../../detect/system-needs.js';
import { defineRule } from '../rule.js';

/** A library that a package opens when it runs has to be installed in the last stage. */
export const systemPackageMissing = defineRule({
  code: 'BI013',
  rejects: ({ base, facts }) => {
    for (const { value, source } of systemNeeds(facts)) {
      const { title } = systemPackage(value);
      const found = distributionPackages(value, base);
      if (found === null) return { reason: `${base.id} has no package that holds ${title}`, source };
      if (found.run.length > 0 && base.packageManager === null)
        return { reason: `${base.id} has nothing that could install ${title}`, source };
    }
    return null;
  },
});
