import { noCell } from '../../../src/decide/rules/no-cell.js';
import { judgedBy } from './judged-by.js';

describe('no-cell', () => {
  const { rejects, allows } = judgedBy(noCell, 'BI003');
  rejects('node', 'scratch', "scratch can't hold the run time of Node.js", 'package.json');
  rejects('node', 'ubi-micro', "ubi-micro can't hold the run time of Node.js", 'package.json');
  rejects('python', 'scratch', "scratch can't hold the run time of Python", 'requirements.txt');
  rejects('python', 'ubi-init', "ubi-init can't hold the run time of Python", 'requirements.txt');
  allows('go', 'scratch');
  allows('node', 'distroless');
  allows('python', 'wolfi');
});
