import { versionMissing } from '../../../src/decide/rules/version-missing.js';
import { judgedBy } from './judged-by.js';

describe('version-missing', () => {
  const { rejects, allows } = judgedBy(versionMissing, 'BI005');
  rejects(
    'python, python 3.12',
    'distroless',
    'distroless has Python 3.13 only, the project asks for 3.12',
    '.python-version:1',
  );
  rejects(
    'python, python 3.13',
    'ubi-minimal',
    'ubi-minimal has Python 3.12, 3.14 only, the project asks for 3.13',
    '.python-version:1',
  );
  rejects(
    'node, node 22',
    'chainguard',
    'chainguard has Node.js 26 only, the project asks for 22.x',
    'package.json:1',
  );
  rejects(
    'node, node 26',
    'ubuntu',
    'ubuntu has Node.js 24, 22 only, the project asks for 26.x',
    'package.json:1',
  );
  allows('python, python 3.13', 'distroless');
  allows('python', 'distroless');
  allows('python, python 3.8', 'distroless');
  allows('node, node 26', 'alpine');
  allows('go, go 1.26', 'wolfi');
});
