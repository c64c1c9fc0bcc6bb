import { inject, Injectable } from '@angular/core';
import type { Client, ClientOptions } from 'graphql-ws';
import { after } from '../../shared/time/timer';
import { AccessTokens } from '../session/access-tokens';

const ASK_EVERY = 12_000;
const ANSWER_WITHIN = 5_000;

/** The live connection. It is opened by the first subscription; visitors have none, and its code comes with the first need of it. */
@Injectable({ providedIn: 'root' })
export class Socket {
  private readonly tokens = inject(AccessTokens);
  private lastClose: number | null = null;
  private operations = 0;
  private stopWaiting: (() => void) | undefined;
  private client: Promise<Client> | undefined;

  /** Why the connection ended, as a WebSocket close code; null while it is open. */
  get closeCode(): number | null {
    return this.lastClose;
  }

  /** Loads its code, so that it is there when it is needed. */
  prepare(): Promise<Client> {
    return (this.client ??= this.load());
  }

  /** Whoever subscribes hears that it is over, and begins again. */
  terminate(): void {
    this.client?.then(
      (client) => {
        client.terminate();
      },
      () => undefined,
    );
  }

  private async load(): Promise<Client> {
    try {
      const { createClient } = await import('./socket-client');
      return createClient(this.options());
    } catch (error) {
      // Without a network it is not there: the next attempt loads it again.
      this.client = undefined;
      throw error;
    }
  }

  private options(): ClientOptions {
    return {
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
    };
  }

  /** A connection that has died without a word (a laptop that slept, a lost Wi-Fi) is found out this way. */
  private expectAnswer(): void {
    this.stopWaiting?.();
    this.stopWaiting = after(ANSWER_WITHIN, () => {
      this.terminate();
    });
  }
}
