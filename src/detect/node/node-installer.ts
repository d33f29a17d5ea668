import type { PackageManager } from '../facts.js';

/** The package managers that install a Node.js app. */
export type NodeInstaller = Extract<PackageManager, 'npm' | 'yarn' | 'yarn-berry' | 'pnpm' | 'bun'>;
