import type { Browser } from 'playwright-core';
import type { Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';
import { measuredFrames } from './frames.js';
import { measuredLoads } from './loads.js';
import { measuredLongMessages } from './long-messages.js';
import { measuredOpenedRooms } from './opened-rooms.js';
import { measuredSecondTab } from './second-tab.js';
import { measuredSwitches } from './switches.js';

type Work = (browser: Browser, server: CrowdedServer) => Promise<Section>;

/** In the order of the page, by the names that `--only` knows. */
export const WORKS: Readonly<Record<string, Work>> = {
  loads: measuredLoads,
  switches: measuredSwitches,
  'second-tab': measuredSecondTab,
  frames: measuredFrames,
  'long-messages': measuredLongMessages,
  'opened-rooms': measuredOpenedRooms,
};
