import type { Answers, UpdateBot } from '../answers.js';
import type { RepositoryFacts } from '../detect/repository/repository.js';
import { chooseCi } from './ci.js';
import type { Fact } from '../fact.js';

/** The bot that was asked for, else the one that is at work here, else Dependabot on GitHub, which brings it, and Renovate on GitLab. */
export function chooseUpdateBot(
  answers: Pick<Answers, 'updates' | 'ci'>,
  repository: RepositoryFacts,
): Fact<UpdateBot> {
  const { updates } = answers;
  const { renovateFile, dependabotFile } = repository;
  if (updates !== undefined) return updates;
  if (renovateFile !== null) return { value: 'renovate', source: renovateFile.source };
  const ci = chooseCi(answers, repository);
  if (ci.value === 'gitlab' && dependabotFile === null) return { value: 'renovate', source: ci.source };
  return { value: 'dependabot', source: 'default: GitHub brings it' };
}
