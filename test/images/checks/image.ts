import type { Cell } from '../cells.js';
import type { Built } from '../engine.js';
import type { ImageContent } from '../image-content.js';

/** A built cell, as the checks see it. */
export interface Image extends Built {
  readonly cell: Cell;
  readonly tag: string;
  /** The image that the last stage starts from. */
  readonly base: string;
  readonly content: ImageContent;
}

/** What is wrong with an image, a sentence each; empty where nothing is. */
export type Check = (image: Image) => Promise<string[]> | string[];
