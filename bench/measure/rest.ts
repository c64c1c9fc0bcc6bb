import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '../servers/server-process.js';

const WINDOW_MILLISECONDS = 500;
const MAX_CPU_OF_WINDOW = 0.04;
const MAX_WINDOWS = 1200;

/** Until a server does nothing of itself any more: what it still makes of its beginnings, such as an index, is no part of what is measured next. */
export async function atRest(server: ServerProcess): Promise<void> {
  for (let window = 0; window < MAX_WINDOWS; window += 1) {
    const before = await server.usage();
    await pause(WINDOW_MILLISECONDS);
    const after = await server.usage();
    const milliseconds = (after.cpuMicroseconds - before.cpuMicroseconds) / 1000;
    if (milliseconds / WINDOW_MILLISECONDS < MAX_CPU_OF_WINDOW) return;
  }
  throw new Error('A server does not come to rest.');
}
