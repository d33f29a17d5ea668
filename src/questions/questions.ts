import { baseIds } from '../decide/decision.js';
import { ciIds, scannerIds, secretKinds, updateBots } from '../answers.js';
import { answerTree, type TreeFacts } from '../decide/defaults.js';
import type { FoundApp } from '../engine.js';
import { languageIds } from './language-ids.js';
import type { AppContext, Option, SurveyContext } from './option.js';

/**
 * Every option, once. Flags, Yeoman options, prompts, help, stored answers and the README's table are
 * read from here. The order is that of the questions and of the help text.
 */
export const options: readonly Option[] = [
  {
    id: 'app',
    flag: 'app',
    kind: 'folder',
    placeholder: '<dir>',
    help: 'the app to pack, where a repository holds several',
    section: 'project',
    stored: true,
    surveyQuestion: {
      message: 'Which app?',
      why: 'This repository holds several apps, and an image holds one.',
      relevant: ({ apps }) => folders(apps).length > 1,
      settled: () => null,
      suggestion: () => null,
      choices: ({ apps }) => folders(apps),
    },
  },
  {
    id: 'language',
    flag: 'language',
    kind: 'choice',
    values: languageIds,
    placeholder: '<name>',
    help: 'the language of the app',
    section: 'project',
    stored: true,
    surveyQuestion: {
      message: 'Which language?',
      why: 'The files here speak of no language, or of several.',
      relevant: (context) => languagesOf(context).length !== 1,
      settled: () => null,
      suggestion: () => null,
      choices: (context) => (languagesOf(context).length === 0 ? languageIds : languagesOf(context)),
    },
  },
  {
    id: 'shell',
    flag: 'shell',
    kind: 'yes-no',
    help: 'a shell in the running container, for debugging and start scripts',
    section: 'tree',
    stored: true,
    question: {
      message: 'Do you need a shell in the running container?',
      why: 'A shell helps to look around in production, and helps an intruder too; without one there is --target debug.',
      relevant: () => true,
      settled: ({ answers }) => answers.base ?? null,
      suggestion: ({ facts, language }) => answerTree({}, facts, language).shell,
    },
  },
  {
    id: 'glibc',
    flag: 'glibc',
    kind: 'yes-no',
    help: 'the app needs glibc (musl will not do)',
    section: 'tree',
    stored: true,
    question: {
      message: 'Does the app need glibc?',
      why: 'Native parts built for glibc do not load on musl, and nothing here says whether there are any.',
      // Without a shell, what needs a run time lands on a glibc base whatever the answer.
      relevant: (context) => branch(context).shell.value || context.language.selfContained,
      settled: ({ answers, facts }) => answers.base ?? facts.needsGlibc,
      suggestion: ({ facts, language }) => answerTree({}, facts, language).glibc,
    },
  },
  {
    id: 'rhel',
    flag: 'rhel',
    kind: 'yes-no',
    help: 'it must run with Red Hat support (UBI)',
    section: 'tree',
    stored: true,
    question: {
      message: 'Is Red Hat (RHEL) support required?',
      why: 'Red Hat supports containers whose base is UBI; elsewhere Debian-slim is smaller.',
      relevant: (context) => branch(context).shell.value && branch(context).glibc.value,
      settled: ({ answers, facts }) => answers.base ?? facts.rhel,
      suggestion: ({ facts, language }) => answerTree({}, facts, language).rhel,
    },
  },
  {
    id: 'base',
    flag: 'base',
    kind: 'choice',
    values: baseIds,
    placeholder: '<name>',
    help: 'take this base, whatever the tree says',
    section: 'tree',
    stored: true,
  },
  {
    id: 'start',
    flag: 'start',
    kind: 'text',
    placeholder: '<command>',
    help: 'the command that starts the app',
    section: 'project',
    stored: true,
    question: {
      message: 'Which command starts the app?',
      why: 'Nothing in the project says how it is started.',
      relevant: ({ language }) => !language.selfContained,
      settled: ({ facts }) => facts.start ?? facts.entry,
      suggestion: () => null,
    },
  },
  {
    id: 'port',
    flag: 'port',
    kind: 'port',
    placeholder: '<number>',
    help: 'the port the app listens on, 1 to 65535',
    section: 'project',
    stored: true,
    question: {
      message: 'On which port does it listen? (empty: on none)',
      why: 'No port was found in the sources; it is documented in the image and used by its health check.',
      relevant: () => true,
      settled: ({ facts }) => facts.port,
      suggestion: () => null,
    },
  },
  {
    id: 'health',
    flag: 'health',
    kind: 'url-path',
    placeholder: '<path>',
    help: 'check the health of the container by asking the app for this path',
    section: 'image',
    stored: true,
  },
  {
    id: 'compose',
    flag: 'compose',
    kind: 'yes-no',
    help: 'a compose.yaml that runs the image under restrictions',
    section: 'image',
    stored: true,
  },
  {
    id: 'docs',
    flag: 'docs',
    kind: 'yes-no',
    help: 'a CONTAINER.md: how to run, debug, scan and deploy this image',
    section: 'image',
    stored: true,
  },
  {
    id: 'pin',
    flag: 'pin',
    kind: 'choice',
    values: ['tag', 'digest'],
    placeholder: '<what>',
    help: 'name images by their exact tag (default), or by its digest too',
    section: 'supply',
    stored: true,
  },
  {
    id: 'platform',
    flag: 'platform',
    kind: 'choices',
    values: ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/ppc64le', 'linux/riscv64', 'linux/s390x'],
    placeholder: '<names>',
    help: 'platforms the images must be there for; with commas, or repeated',
    section: 'supply',
    stored: true,
  },
  {
    id: 'secret',
    flag: 'secret',
    kind: 'choices',
    values: secretKinds,
    placeholder: '<kinds>',
    help: 'sign in to private registries by secrets of the build',
    section: 'supply',
    stored: true,
  },
  {
    id: 'updates',
    flag: 'updates',
    kind: 'choice',
    values: updateBots,
    placeholder: '<bot>',
    help: 'what keeps images and actions current',
    section: 'supply',
    stored: true,
    ofRepository: true,
  },
  {
    id: 'updateDeps',
    flag: 'update-deps',
    kind: 'yes-no',
    help: "it keeps the app's own dependencies current too",
    section: 'supply',
    stored: true,
    ofRepository: true,
  },
  {
    id: 'ci',
    flag: 'ci',
    kind: 'choice',
    values: ciIds,
    placeholder: '<name>',
    help: 'the pipeline that builds and scans the image',
    section: 'supply',
    stored: true,
    ofRepository: true,
  },
  {
    id: 'scanner',
    flag: 'scanner',
    kind: 'choice',
    values: scannerIds,
    placeholder: '<name>',
    help: 'what looks for vulnerabilities (default: trivy)',
    section: 'supply',
    stored: true,
    ofRepository: true,
  },
  {
    id: 'publish',
    flag: 'publish',
    kind: 'registry',
    placeholder: '<registry>',
    help: 'where it goes when it passed: ghcr, gitlab, host/path',
    section: 'supply',
    stored: true,
    ofRepository: true,
  },
  {
    id: 'yes',
    flag: 'yes',
    letter: 'y',
    kind: 'switch',
    help: 'ask nothing: flags, then .yo-rc.json, then what was detected',
    section: 'run',
    stored: false,
  },
  {
    id: 'force',
    flag: 'force',
    kind: 'switch',
    help: 'overwrite files that differ',
    section: 'run',
    stored: false,
  },
  {
    id: 'dryRun',
    flag: 'dry-run',
    kind: 'switch',
    help: 'write nothing, say what would be written',
    section: 'run',
    stored: false,
  },
  {
    id: 'diff',
    flag: 'diff',
    kind: 'switch',
    help: 'write nothing, show the difference to what is there',
    section: 'run',
    stored: false,
  },
  {
    id: 'templates',
    flag: 'templates',
    kind: 'list',
    placeholder: '<dir|package>',
    help: 'templates of your own; repeatable, the last one wins',
    section: 'run',
    stored: false,
  },
  {
    id: 'json',
    flag: 'json',
    kind: 'switch',
    help: 'one JSON document on standard output; asks nothing',
    section: 'run',
    stored: false,
  },
  {
    id: 'help',
    flag: 'help',
    letter: 'h',
    kind: 'switch',
    help: 'show this text',
    section: 'general',
    stored: false,
  },
  {
    id: 'version',
    flag: 'version',
    kind: 'switch',
    help: 'show the version',
    section: 'general',
    stored: false,
  },
];

/** Every spelling of every option, with its dashes: what an unknown flag is compared with. */
export const flagSpellings: readonly string[] = options.flatMap(spellings);

/** `--shell`, `--no-shell` */
export function spellings(option: Option): string[] {
  return option.kind === 'yes-no' ? [`--${option.flag}`, `--no-${option.flag}`] : [`--${option.flag}`];
}

/** The branch of the tree taken so far: what was answered, else what would be assumed. */
function branch({ answers, facts, language }: AppContext): TreeFacts {
  return answerTree(answers, facts, language);
}

function folders(apps: readonly FoundApp[]): string[] {
  return [...new Set(apps.map((app) => app.path))];
}

/** The languages found in the app that is meant. */
function languagesOf({ apps, answers }: SurveyContext): string[] {
  const folder = answers.app?.value ?? folders(apps)[0];
  return apps.filter((app) => app.path === folder).map((app) => app.language);
}
