import type { After } from './after.js';

const ASK_EVERY = 12_000;
const ANSWER_WITHIN = 5_000;
const OPEN_WITHIN = 15_000;

/**
 * For graphql-ws: the options and listeners by which a connection that has died without a word is found out (a laptop that slept, a lost Wi-Fi). It is asked, and `hangUp` is
 * called where no answer comes.
 */
export function watchedConnection(hangUp: () => void, after: After) {
  let stopWaiting: (() => void) | undefined;
  const wait = (milliseconds: number) => {
    stopWaiting?.();
    stopWaiting = after(milliseconds, hangUp);
  };
  const options = {
    // A retry in there would send a subscription with the cursor it began with. Whoever subscribes begins again with the newest one instead.
    retryAttempts: 0,
    keepAlive: ASK_EVERY,
    connectionAckWaitTimeout: 10_000,
  };
  const on = {
    connecting: () => {
      wait(OPEN_WITHIN);
    },
    // From now on the server waits as well, and for less long.
    opened: () => {
      wait(OPEN_WITHIN);
    },
    connected: () => {
      stopWaiting?.();
    },
    ping: (isFromServer: boolean) => {
      if (!isFromServer) wait(ANSWER_WITHIN);
    },
    pong: (isFromServer: boolean) => {
      if (isFromServer) stopWaiting?.();
    },
    closed: () => {
      stopWaiting?.();
    },
  };
  return { options, on };
}
