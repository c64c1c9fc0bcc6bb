import { computed, inject, Injectable, signal } from '@angular/core';
import type { ServerInfo } from '../graphql/model';
import { isPassing } from '../graphql/problem';
import { pauseAfter } from '../graphql/try-again';
import { sleep } from '../../shared/time/timer';
import { Brand } from '../../shared/ui/brand/brand';
import { ServerInfoRequests } from './data/server-info-requests';

/** Longer than this nobody waits to see which doors are open: the server says so itself to whoever tries a closed one. */
const PATIENCE = 2_000;

/** What may be asked of a server that has not said yet what it allows: it refuses by itself. */
const UNKNOWN: ServerInfo = {
  name: '',
  accent: null,
  guests: true,
  registration: true,
  sendsEmail: false,
  uploadMaxBytes: Infinity,
  messageMaxLength: Infinity,
  attachmentsMax: Infinity,
  messagesKeptDays: null,
};

/** What this server allows and how large things may be. It comes with the first screen of the chat; visitors' pages ask for it. */
@Injectable({ providedIn: 'root' })
export class ServerInfoStore {
  private readonly brand = inject(Brand);
  private readonly requests = inject(ServerInfoRequests);

  private readonly told = signal<ServerInfo | null>(null);
  private asking: Promise<void> | null = null;

  readonly info = computed(() => this.told() ?? UNKNOWN);

  set(info: ServerInfo): void {
    this.told.set(info);
    this.brand.show(info);
  }

  /** Resolves when it is known, or when it is not worth waiting any longer. */
  async known(): Promise<void> {
    if (this.told()) return;
    this.asking ??= this.ask();
    await Promise.race([this.asking, sleep(PATIENCE)]);
  }

  /** What was known from before may have changed. */
  async refresh(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.requests.server();
      if (outcome.ok) this.set(outcome.value);
      if (outcome.ok || !isPassing(outcome.problem)) return;
      await pauseAfter(outcome.problem, attempt);
    }
  }

  private async ask(): Promise<void> {
    for (let attempt = 0; !this.told(); attempt += 1) {
      const outcome = await this.requests.server();
      if (outcome.ok) this.set(outcome.value);
      else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, attempt);
      else break;
    }
    this.asking = null;
  }
}
