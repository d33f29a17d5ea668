import type { Answers, CiId } from '../answers.js';
import type { RepositoryFacts } from '../detect/repository/repository.js';
import type { Fact } from '../fact.js';

/** The one that was asked for, else the one that is at work here, else GitHub. */
export function chooseCi({ ci }: Pick<Answers, 'ci'>, { gitlabFile }: RepositoryFacts): Fact<CiId> {
  if (ci !== undefined) return ci;
  if (gitlabFile !== null) return { value: 'gitlab', source: gitlabFile.source };
  return { value: 'github', source: 'default' };
}
