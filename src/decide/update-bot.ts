import type { Answers } from '../answers.js';
import type { RepositoryFacts } from '../detect/repository/repository.js';
import type { Fact } from '../fact.js';

/** What opens pull requests for new versions. */
export const updateBots = ['dependabot', 'renovate', 'none'] as const;
export type UpdateBot = (typeof updateBots)[number];

/** The bot that was asked for, else the one that is at work here, else Dependabot, which GitHub brings. */
export function chooseUpdateBot(
  { updates }: Pick<Answers, 'updates'>,
  { renovateFile }: RepositoryFacts,
): Fact<UpdateBot> {
  if (updates !== undefined) return updates;
  if (renovateFile !== null) return { value: 'renovate', source: renovateFile.source };
  return { value: 'dependabot', source: 'default' };
}
