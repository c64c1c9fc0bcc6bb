import { computed, inject, Injectable, signal } from '@angular/core';
import { type Accent, DEFAULT_ACCENT } from '#rules';
import type { ServerInfo } from '../../../core/graphql/model';
import type { Outcome, Problem } from '../../../core/graphql/problem';
import { ServerInfoStore } from '../../../core/server-info/server-info.store';
import { ServerLookRequests } from './data/server-look-requests';

/** What the server is called and how it looks, and what it is to be, as long as the page is open. */
@Injectable()
export class ServerLookStore {
  private readonly info = inject(ServerInfoStore);
  private readonly requests = inject(ServerLookRequests);

  private readonly loaded = signal(false);
  private readonly failure = signal<Problem | null>(null);
  private readonly working = signal(false);

  readonly name = signal('');
  readonly accent = signal<Accent>(DEFAULT_ACCENT);
  readonly isLoaded = this.loaded.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly isOfTheHouse = computed(() => isSame(this.accent(), DEFAULT_ACCENT));

  load(): Promise<boolean> {
    return this.work(() => this.requests.server());
  }

  /** The colors of the house are no choice: should they change one day, the server goes along. */
  save(): Promise<boolean> {
    const accent = this.isOfTheHouse() ? null : this.accent();
    return this.work(() => this.requests.update({ name: this.name(), accent }));
  }

  private async work(ask: () => Promise<Outcome<ServerInfo>>): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.failure.set(null);
    const outcome = await ask();
    this.working.set(false);
    if (outcome.ok) this.take(outcome.value);
    else this.failure.set(outcome.problem);
    return outcome.ok;
  }

  private take(info: ServerInfo): void {
    this.info.set(info);
    this.name.set(info.name);
    this.accent.set(info.accent ?? DEFAULT_ACCENT);
    this.loaded.set(true);
  }
}

function isSame(one: Accent, other: Accent): boolean {
  return one.light.toLowerCase() === other.light && one.dark.toLowerCase() === other.dark;
}
