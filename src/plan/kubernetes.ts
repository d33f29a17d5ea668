import { loadBase } from '../catalogue/catalogue.js';
import type { Kubernetes, Plan } from './plan.js';
import { distinct } from './service.js';

type Deployed = Pick<
  Plan,
  'service' | 'base' | 'run' | 'health' | 'pipeline' | 'language' | 'build' | 'site'
>;

/** The settings with which a cluster runs the image. Pure. */
export function planKubernetes(plan: Deployed): Kubernetes {
  const { service, run, health, pipeline } = plan;
  return {
    name: kubernetesName(service.name),
    image: published(pipeline) ?? `registry.example.com/${service.name}`,
    // OpenShift gives each project users of its own.
    user: loadBase(plan.base).rhel ? 'any' : 'own',
    probe: run.port === null ? null : health === null ? 'connection' : 'path',
    resolver: asksMusl(plan) ? 'musl' : 'usual',
    volumes: kubernetesVolumes(service.volumes),
  };
}

/**
 * https://wiki.musl-libc.org/functional-differences-from-glibc.html#Name-Resolver/DNS. Go without cgo, Bun and Deno look
 * names up by themselves, and who only serves pages looks up none.
 */
function asksMusl({ base, language, build, site }: Deployed): boolean {
  const asksLibc = build.language === 'go' ? build.native : ['node', 'python'].includes(language);
  return asksLibc && site === null && loadBase(base).libc === 'musl';
}

function kubernetesVolumes(volumes: Kubernetes['volumes']): Kubernetes['volumes'] {
  const names = distinct(
    volumes.map(({ name }) => kubernetesName(name)),
    ['tmp'],
  );
  return volumes.map(({ path }, at) => ({ name: names[at]!, path }));
}

/** Where the pipeline pushes to, unless that is one of its own words. */
function published({ publish }: Plan['pipeline']): string | null {
  return publish === null || publish.repository.includes('$') ? null : publish.repository;
}

/** A label of DNS, which containers and volumes are named by: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
function kubernetesName(name: string): string {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestLabel)
    .replace(/^-+|-+$/g, '');
  return label || 'app';
}

const longestLabel = 63;
