import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** How the connection that committed stood at that moment. */
export interface Commit {
  readonly journal_mode: string;
  readonly synchronous: number;
}

/** Hears every commit of the servers in this process until it is disposed of. */
export function hearCommits(hear: (commit: Commit) => void): Disposable {
  const listener = (commit: unknown): void => {
    hear(commit as Commit);
  };
  subscribe('tertulia:commit', listener);
  return {
    [Symbol.dispose]: () => {
      unsubscribe('tertulia:commit', listener);
    },
  };
}
