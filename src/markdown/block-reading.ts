import type { Block, Shortcodes } from './message-tree.js';

/** What was read, and at which line to go on. */
export interface Found {
  readonly block: Block;
  readonly next: number;
}

export interface Context {
  readonly shortcodes: Shortcodes;
  /** How many quotes and lists there are around. */
  readonly depth: number;
}
