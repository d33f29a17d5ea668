import { shellWanted } from '../../../src/decide/rules/shell-wanted.js';
import { judgedBy } from './judged-by.js';

describe('shell-wanted', () => {
  const { rejects, allows } = judgedBy(shellWanted, 'BI001');
  rejects('go, shell', 'scratch', 'scratch has no shell', '--shell');
  rejects('go, shell', 'distroless', 'distroless has no shell', '--shell');
  rejects('go, shell', 'chainguard', 'chainguard has no shell', '--shell');
  rejects(
    'node',
    'distroless',
    'distroless has no shell',
    'Node.js start scripts and add-ons lean on the distribution around them',
  );
  allows('go', 'scratch');
  allows('go, shell', 'alpine');
  allows('go, shell', 'ubi-micro');
  allows('node, no shell', 'distroless');
});
