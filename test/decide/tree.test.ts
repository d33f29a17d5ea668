import { decides, impossible } from './decides.js';

describe('the tree', () => {
  decides('go,     no shell, no glibc', 'scratch');
  decides('go,     no shell, glibc', 'distroless');
  decides('go,     shell, no glibc', 'alpine');
  decides('go,     shell, glibc', 'debian-slim');
  decides('go,     shell, glibc, rhel', 'ubi-minimal');
  decides('go,     shell, glibc, no rhel', 'debian-slim');
  decides('node,   shell, musl', 'alpine');
  decides('node,   shell, glibc', 'debian-slim');
  decides('node,   shell, glibc, rhel', 'ubi-minimal');
  decides('node,   no shell, glibc', 'distroless');
  decides('python, shell, musl', 'alpine');
  decides('python, shell, glibc', 'debian-slim');
  decides('python, shell, glibc, rhel', 'ubi-minimal');
  decides('python, no shell, glibc', 'distroless');
});

describe('the tree, where nobody answers', () => {
  decides('go', 'scratch');
  decides('go, cgo', 'distroless');
  decides('node', 'alpine');
  decides('node, better-sqlite3', 'alpine');
  decides('python', 'alpine');
  decides('python, torch', 'debian-slim');
  decides('node, openshift', 'ubi-minimal', { corrected: 'BI004' });
  decides('go, openshift', 'ubi-micro', { corrected: 'BI004' });
  decides('go, openshift, no rhel', 'scratch');
});

describe('the tree, corrected', () => {
  decides('node,   no shell, musl', 'distroless', { corrected: 'BI003' });
  decides('python, no shell, no glibc', 'distroless', { corrected: 'BI003' });
  decides('go,     no shell, no glibc, cgo', 'distroless', { corrected: 'BI002' });
  decides('go,     no shell, no glibc, rhel', 'ubi-micro', { corrected: 'BI004' });
  decides('go,     no shell, glibc, rhel', 'ubi-micro', { corrected: 'BI004' });
  decides('node,   no shell, glibc, rhel', 'ubi-minimal', { corrected: 'BI004' });
  decides('python, no shell, glibc, rhel', 'ubi-minimal', { corrected: 'BI004' });
  decides('go,     shell, no glibc, rhel', 'ubi-minimal', { corrected: 'BI004' });
  decides('node,   shell, musl, rhel', 'ubi-minimal', { corrected: 'BI004' });
  decides('python, no shell, glibc, python 3.13', 'distroless');
  decides('python, no shell, glibc, python 3.12', 'debian-slim', { corrected: 'BI005' });
  decides('python, no shell, glibc, python 3.11', 'debian-slim', { corrected: 'BI005' });
  decides('node,   no shell, glibc, node 26', 'distroless');
  decides('python, no shell, glibc, python 3.8', 'distroless');
});

describe('answers and facts that no base meets together', () => {
  impossible('python, rhel, python 3.13', 'ubi-minimal has Python 3.12, 3.14 only');
  impossible('node, shell, rhel, node 26', 'ubi-minimal has Node.js 24, 22 only');
  impossible('python, shell, rhel, python 3.13', 'debian-slim is not a Red Hat image (--rhel)');
});
