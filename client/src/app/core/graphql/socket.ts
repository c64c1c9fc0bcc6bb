import { inject, Injectable } from '@angular/core';
import { watchedConnection } from '#feed-core';
import type { Client, ClientOptions } from 'graphql-ws';
import { after } from '../../shared/time/timer';
import { AccessTokens } from '../session/access-tokens';

/** The live connection. It is opened by the first subscription; visitors have none, and its code comes with the first need of it. */
@Injectable({ providedIn: 'root' })
export class Socket {
  private readonly tokens = inject(AccessTokens);
  private lastClose: number | null = null;
  private operations = 0;
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
    const { options, on } = watchedConnection(() => {
      this.terminate();
    }, after);
    return {
      ...options,
      url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      // Counted: every frame brings the id back, and a number is shorter than a UUID.
      generateID: () => String((this.operations += 1)),
      lazyCloseTimeout: 2_000,
      connectionParams: async () => {
        const token = await this.tokens.current();
        return token === null ? {} : { authorization: `Bearer ${token}` };
      },
      on: {
        ...on,
        connected: () => {
          on.connected();
          this.lastClose = null;
        },
        closed: (event) => {
          on.closed();
          this.lastClose = event instanceof CloseEvent ? event.code : null;
        },
      },
    };
  }
}
