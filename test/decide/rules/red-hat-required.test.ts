import { redHatRequired } from '../../../src/decide/rules/red-hat-required.js';
import { judgedBy } from './judged-by.js';

describe('red-hat-required', () => {
  const { rejects, allows } = judgedBy(redHatRequired, 'BI004');
  rejects('go, rhel', 'scratch', 'scratch is not a Red Hat image', '--rhel');
  rejects('node, rhel', 'alpine', 'alpine is not a Red Hat image', '--rhel');
  rejects('node, openshift', 'debian-slim', 'debian-slim is not a Red Hat image', 'deploy/route.yaml:1');
  allows('go, rhel', 'ubi-micro');
  allows('go, rhel', 'ubi-minimal');
  allows('go, rhel', 'ubi');
  allows('go, rhel', 'ubi-init');
  allows('go', 'alpine');
  allows('node, openshift, no rhel', 'alpine');
});
