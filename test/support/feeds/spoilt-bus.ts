import { vi } from 'vitest';
import { Bus } from '#server/bus/index.js';
import type { TestServer } from '../servers/server.js';

export const FATES = ['on time', 'late', 'twice', 'lost'] as const;
export type Fate = (typeof FATES)[number];

/** Lets the hints of a server's bus meet these fates in turn, until the returned function is called. */
export function spoilBus(server: TestServer, fates: readonly Fate[]): () => void {
  const bus = server.app.get(Bus);
  const publish = bus.publish.bind(bus);
  let published = 0;
  const spoilt = vi.spyOn(bus, 'publish').mockImplementation((hint) => {
    const fate = fates[published % fates.length];
    published += 1;
    if (fate === 'late') setImmediate(publish, hint);
    else if (fate !== 'lost') publish(hint);
    if (fate === 'twice') publish(hint);
  });
  return () => {
    spoilt.mockRestore();
  };
}
