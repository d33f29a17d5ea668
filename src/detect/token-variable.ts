import type { Fact, Warning } from '../fact.js';

/** Settings of a package manager name a variable, which holds a token as a rule: the build gets it as a secret. */
export function variableWarning({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI172',
    message: `${source} reads ${value}: give it when the image is built, docker build --secret id=${value}, and to the pipeline as a secret of that name; without it private packages are not found`,
    source,
  };
}
