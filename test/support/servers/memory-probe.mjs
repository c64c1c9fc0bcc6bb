// Preloaded into a server, in its own process: says what it holds once all garbage is gone, and how long it stood still.
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';

const pauses = monitorEventLoopDelay({ resolution: 5 });
pauses.enable();

const servers = new Set();
subscribe('http.server.request.start', ({ server }) => servers.add(server));

/** Some 100 MiB of objects that all outlive their turn, a mebibyte or two a turn. */
async function burst() {
  const kept = [];
  for (let turn = 0; turn < 64; turn += 1) {
    for (let number = 0; number < 20_000; number += 1) kept.push({ turn, number, more: [turn, number] });
    await setImmediate();
  }
  return kept.length;
}

process.on('message', (question) => {
  if (question === 'burst') void burst().then((objects) => process.send?.(objects));
  // What it would do by itself two minutes later.
  if (question === 'hang up') {
    for (const server of servers) server.closeIdleConnections();
    process.send?.('done');
  }
  if (question !== 'memory') return;
  const longestPause = pauses.max / 1e6;
  // Twice, because finalisers of the first collection free what the second one finds.
  globalThis.gc?.();
  globalThis.gc?.();
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space').space_size;
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ rss, held: heapUsed + external, longestPause, young });
  // In a turn of its own: the collection itself stands still for long.
  setTimeout(() => pauses.reset(), 10);
});
process.channel?.unref();
