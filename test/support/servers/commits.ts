import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Hears every commit of the servers in this process, once it is on disk and before anybody is told, until it is disposed of. */
export function hearCommits(hear: () => void): Disposable {
  subscribe('tertulia:commit', hear);
  return {
    [Symbol.dispose]: () => {
      unsubscribe('tertulia:commit', hear);
    },
  };
}
