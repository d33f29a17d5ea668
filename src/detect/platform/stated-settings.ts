import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { AppFacts } from '../facts.js';
import { portNumber } from '../listening.js';
import { statements } from './files.js';
import { statedPackages } from './packages.js';
import { startWarnings } from './platform-start.js';

/**
 * The facts with what the platforms' files add: a version and a port where the project itself states none, packages of the
 * distribution, and what was left out. `asked`: somebody gave a start command, so that the files' ones don't matter.
 */
export function withStatedSettings(facts: AppFacts, project: ProjectView, asked: boolean): AppFacts {
  const { needs, warnings } = statedPackages(project);
  return {
    ...facts,
    version: facts.version ?? statedVersion(project, facts.language.value),
    port: portOf(facts, project),
    statedNeeds: needs,
    warnings: [
      ...facts.warnings,
      ...(asked ? [] : startWarnings(project, facts.language.value)),
      ...otherPort(facts, project),
      ...warnings,
    ],
  };
}

/** Where the platform reaches the app, or tells it to listen; null where its files say nothing. */
export function statedPort(project: ProjectView): Fact<number> | null {
  const reached = statements(project).flatMap(({ port }) => port ?? [])[0];
  return givenPort(project, 'PORT') ?? reached ?? null;
}

function portOf({ port, portVariable }: AppFacts, project: ProjectView): Fact<number> | null {
  const given = portVariable && givenPort(project, portVariable.value);
  return given ?? port ?? statedPort(project);
}

/** The value that a platform's file gives to the variable that holds the port. */
function givenPort(project: ProjectView, variable: string): Fact<number> | null {
  const [stated] = statements(project).flatMap(({ variables }) => variables?.get(variable) ?? []);
  const value = portNumber(stated?.value);
  return stated === undefined || value === null ? null : { value, source: stated.source };
}

function statedVersion(project: ProjectView, language: string): Fact<string> | null {
  const [stated] = statements(project).flatMap(({ versions = {} }) =>
    Object.hasOwn(versions, language) ? (versions[language] ?? []) : [],
  );
  return stated ?? null;
}

function otherPort(facts: AppFacts, project: ProjectView): Warning[] {
  const own = portOf(facts, project);
  const reached = statements(project).flatMap(({ port }) => port ?? [])[0];
  if (!own || reached === undefined || own.value === reached.value) return [];
  const message = `${reached.source} reaches the app on port ${reached.value}, ${own.source} says ${own.value}, which is taken: choose with --port`;
  return [{ code: 'BI111', message, source: reached.source }];
}
