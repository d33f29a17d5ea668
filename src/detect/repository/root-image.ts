import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { textOf } from './text-of.js';

/** How a Dockerfile says that it is for an app in a folder of the build context, in a line of its own. */
export const memberLine = /^# For (?<value>.+)\. Built in the project's root: docker build /m;

/** Where versions before that line wrote the app's folder down, and how their Dockerfiles began. */
const olderAnswers = { file: '.yo-rc.json', keys: ['generator-baseimage', 'app'] } as const;
const olderHead = /^# syntax=docker\/dockerfile:1\n# Base /;

/** The app in a folder of the project that the Dockerfile in its root is for; null where it is for the root, or not this tool's. */
export function findRootImage(project: ProjectView): Fact<string> | null {
  const text = textOf(project, 'Dockerfile');
  const named = memberLine.test(text) ? (project.read('Dockerfile')?.match(memberLine) ?? null) : null;
  const app = named ?? (olderHead.test(text) ? olderAnswer(project) : null);
  return app !== null && project.hasFolder(app.value) ? app : null;
}

function olderAnswer(project: ProjectView): Fact<string> | null {
  return project.json(olderAnswers.file)?.string(...olderAnswers.keys) ?? null;
}
