import { inject, Injectable } from '@angular/core';
import { createClient } from 'graphql-ws';
import { after } from '../../shared/time/timer';
import { AccessTokens } from '../session/access-tokens';

const ASK_EVERY = 12_000;
const ANSWER_WITHIN = 5_000;

/** The live connection. It is opened by the first subscription. */
@Injectable({ providedIn: 'root' })
export class Socket {
  private readonly tokens = inject(AccessTokens);
  private lastClose: number | null = null;
  private operations = 0;
  private stopWaiting: (() => void) | undefined;

  readonly client = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    // A retry in here would send a subscription with the cursor it began with. Whoever subscribes begins again
    // with the newest one instead.
    retryAttempts: 0,
    // Counted: every frame brings the id back, and a number is shorter than a UUID.
    generateID: () => String((this.operations += 1)),
    lazyCloseTimeout: 2_000,
    connectionAckWaitTimeout: 10_000,
    connectionParams: async () => {
      const token = await this.tokens.current();
      return token === null ? {} : { authorization: `Bearer ${token}` };
    },
    keepAlive: ASK_EVERY,
    on: {
      ping: (received) => {
        if (!received) this.expectAnswer();
      },
      pong: (received) => {
        if (received) this.stopWaiting?.();
      },
      connected: () => {
        this.lastClose = null;
      },
      closed: (event) => {
        this.stopWaiting?.();
        this.lastClose = event instanceof CloseEvent ? event.code : null;
      },
    },
  });

  /** Why the connection ended, as a WebSocket close code; null while it is open. */
  get closeCode(): number | null {
    return this.lastClose;
  }

  /** A connection that has died without a word (a laptop that slept, a lost Wi-Fi) is found out this way. */
  private expectAnswer(): void {
    this.stopWaiting?.();
    this.stopWaiting = after(ANSWER_WITHIN, () => {
      this.client.terminate();
    });
  }
}
