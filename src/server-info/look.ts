import type { Accent } from '../rules/index.js';

/** What a server is called, and the color that stands out there; null for Tertulia's own. */
export interface Look {
  readonly name: string;
  readonly accent: Accent | null;
}
