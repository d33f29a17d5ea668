import { libcMissing } from '../../../src/decide/rules/libc-missing.js';
import { judgedBy } from './judged-by.js';

describe('libc-missing', () => {
  const { rejects, allows } = judgedBy(libcMissing, 'BI002');
  rejects('go, cgo', 'scratch', 'scratch has no C library', 'main.go:4');
  rejects('go, glibc', 'scratch', 'scratch has no C library', '--glibc');
  rejects('go, cgo, no glibc', 'scratch', 'scratch has no C library', 'main.go:4');
  allows('go', 'scratch');
  allows('go, cgo', 'alpine');
  allows('go, glibc', 'distroless');
});
