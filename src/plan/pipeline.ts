import type { Answers } from '../answers.js';
import { loadPipelineImages, type PipelineImages } from '../catalogue/catalogue.js';
import { InputError } from '../errors.js';
import { chooseCi, type CiId } from '../decide/ci.js';
import type { RepositoryFacts } from '../detect/repository/repository.js';
import { buildSecrets } from './build-secrets.js';
import { imageName } from './image-name.js';
import type { BuildSecret, Plan } from './plan.js';

export const scannerIds = ['trivy', 'grype'] as const;
export type ScannerId = (typeof scannerIds)[number];

/** What builds, scans and publishes the image. */
export interface Pipeline {
  readonly ci: CiId;
  readonly scanner: ScannerId;
  /** The image's name, one of the repository's: `orders-api`. */
  readonly image: string;
  /** The file of accepted findings, from the repository's root. */
  readonly ignoreFile: string;
  readonly publish: Publishing | null;
  /** Secrets of the build, with the names that the pipeline has them under. */
  readonly secrets: readonly (BuildSecret & { readonly name: string })[];
  readonly images: PipelineImages;
}

/** Where the image goes once it has passed the gates. */
export interface Publishing {
  /** `ghcr.io` */
  readonly registry: string;
  /** Registry and path, with the words of the pipeline for its own repository. */
  readonly repository: string;
  /** `token`: the pipeline's own; `secrets`: a user and a password that its owner gives it. */
  readonly signIn: 'token' | 'secrets';
  readonly platforms: readonly string[];
}

export interface PipelineOccasion {
  readonly answers: Answers;
  readonly repository: RepositoryFacts;
  /** The build context, POSIX, `.` for the repository's root. */
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
  const portable = build.language === 'static' || (build.language === 'node' && build.portable);
  const crossCompiles = build.language === 'go' && !build.native;
  return portable || crossCompiles ? ['linux/amd64', 'linux/arm64'] : ['linux/amd64'];
}
