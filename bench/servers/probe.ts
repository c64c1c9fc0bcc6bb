// Preloaded into every server with `--import`, so that all are measured alike and from within.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Answer, type Question, question } from './questions.js';

const profiler = new Session();
const loopDelay = monitorEventLoopDelay({ resolution: 20 });
loopDelay.enable();

process.on('message', (message) => {
  answer(question.parse(message)).then(
    (found) => process.send?.(found),
    (error: unknown) => {
      throw error;
    },
  );
});
process.channel?.unref();
// Whoever measured is gone: a server that nobody asks any more must not stay behind.
process.on('disconnect', () => process.exit(0));

async function answer(asked: Question): Promise<Answer> {
  switch (asked.ask) {
    case 'usage':
      return { usage: usage() };
    case 'memory':
      return { memory: memory() };
    case 'start profile':
      profiler.connect();
      await profiler.post('Profiler.enable');
      await profiler.post('Profiler.setSamplingInterval', { interval: 200 });
      await profiler.post('Profiler.start');
      return {};
    case 'stop profile': {
      const { profile } = await profiler.post('Profiler.stop');
      profiler.disconnect();
      writeFileSync(asked.file, JSON.stringify(profile));
      return {};
    }
  }
}

function usage() {
  const { user, system } = process.cpuUsage();
  const slowest = loopDelay.percentile(99) / 1e6;
  loopDelay.reset();
  return { cpuMicroseconds: user + system, loopDelayMilliseconds: slowest, residentBytes: process.memoryUsage.rss() };
}

/** Twice, because finalisers of the first collection free what the second one finds. */
function memory() {
  if (!globalThis.gc) throw new Error('The server was started without --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}
