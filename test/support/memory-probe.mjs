// Preloaded into a server, in its own process: says what it holds once all garbage is gone.
process.on('message', () => {
  // Twice, because finalisers of the first collection free what the second one finds.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ rss, held: heapUsed + external });
});
process.channel?.unref();
