import type { Answers, CiId, ScannerId } from '../answers.js';
import { loadPipelineImages } from '../catalogue/catalogue.js';
import { InputError } from '../errors.js';
import { chooseCi } from '../decide/ci.js';
import type { RepositoryFacts } from '../detect/repository/repository.js';
import { buildSecrets } from './build-secrets.js';
import { imageName } from './image-name.js';
import type { Pipeline, Plan, Publishing } from './plan.js';

export interface PipelineOccasion {
  readonly answers: Answers;
  readonly repository: RepositoryFacts;
  /** The Dockerfile's folder, POSIX, `.` for the repository's root. */
  readonly folder: string;
  /** The app's name. */
  readonly name: string;
  readonly build: Plan['build'];
}

/** Throws InputError `contradiction` where what was asked for can't be published from there. */
export function planPipeline(occasion: PipelineOccasion): Pipeline {
  const { answers, repository, folder, name, build } = occasion;
  // Apps of one repository may have the same name, never the same folder.
  const image = folder === '.' ? name : imageName(folder);
  const ci = chooseCi(answers, repository).value;
  const scanner = answers.scanner?.value ?? 'trivy';
  return {
    ci,
    scanner,
    image,
    ignoreFile: ignoreFiles[scanner](repository),
    secrets: buildSecrets(build).map((secret) => ({ ...secret, name: secret.id.toUpperCase() })),
    publish: publishing(ci, image, occasion),
    images: loadPipelineImages(),
  };
}

const ignoreFiles: Readonly<Record<ScannerId, (repository: RepositoryFacts) => string>> = {
  // A file of the older format that is there stays in use: Trivy reads one of them.
  trivy: ({ plainTrivyIgnore }) => (plainTrivyIgnore ? '.trivyignore' : '.trivyignore.yaml'),
  grype: () => '.grype.yaml',
};

/** The images that the pipeline's jobs run in; GitHub's run on its own machines. */
export function jobImages({ ci, scanner, images }: Pipeline): string[] {
  return ci === 'gitlab' ? [images.docker, images.dind, images[scanner]].map(({ image }) => image) : [];
}

/** Registries that a pipeline's own token opens, and the names that they go by in `--publish`. */
const ownRegistries: Readonly<Record<string, { ci: CiId; registry: string; repository: string }>> = {
  ghcr: { ci: 'github', registry: 'ghcr.io', repository: 'ghcr.io/${{ github.repository }}' },
  gitlab: { ci: 'gitlab', registry: '$CI_REGISTRY', repository: '$CI_REGISTRY_IMAGE' },
};

function publishing(
  ci: CiId,
  image: string,
  { answers, folder, build }: PipelineOccasion,
): Publishing | null {
  const { publish } = answers;
  if (publish === undefined || publish.value === 'none') return null;
  const own = ownRegistries[publish.value];
  if (ci === 'none' || (own !== undefined && own.ci !== ci)) throw cannotPublish(publish.value, ci);
  const platforms = answers.platform?.value ?? platformsOf(build);
  if (own === undefined) {
    const registry = publish.value.split('/')[0]!;
    return { registry, repository: `${publish.value}/${image}`, signIn: 'secrets', platforms };
  }
  // A repository of one image names it after itself.
  const repository = folder === '.' ? own.repository : `${own.repository}/${image}`;
  return { registry: own.registry, repository, signIn: 'token', platforms };
}

function cannotPublish(publish: string, ci: CiId): InputError {
  const own = ownRegistries[publish];
  return new InputError(
    'contradiction',
    `--publish ${publish} does not go with --ci ${ci}`,
    own === undefined || ci === 'none'
      ? 'give --ci github or --ci gitlab, whose pipeline publishes'
      : `give --ci ${own.ci}, or name the registry: --publish registry.example.com/team`,
  );
}

/** Where one machine builds for another without running its programs, both common architectures. */
export function platformsOf(build: Plan['build']): string[] {
  const portable = build.language === 'none' || (build.language === 'node' && build.portable);
  const crossCompiles = build.language === 'go' && !build.native;
  return portable || crossCompiles ? ['linux/amd64', 'linux/arm64'] : ['linux/amd64'];
}
