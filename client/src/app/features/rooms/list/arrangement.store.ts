import { computed, inject, Injectable, signal } from '@angular/core';
import { NOT_ARRANGED } from '../../../feed/arrangement';
import { ChatStateStore } from '../../../feed/chat-state.store';
import type { ArrangementChange } from './arrangement-change';

/** How the viewer arranged their list of rooms, on all their devices: what the server knows, with what is on its way to it. */
@Injectable({ providedIn: 'root' })
export class ArrangementStore {
  private readonly chat = inject(ChatStateStore);
  private readonly underway = signal<readonly ArrangementChange[]>([]);
  private readonly known = computed(() => this.chat.state()?.arrangement ?? NOT_ARRANGED);

  readonly arrangement = computed(() =>
    this.underway().reduce((arrangement, change) => change(arrangement), this.known()),
  );
  readonly order = computed(() => this.arrangement().order);
  readonly sections = computed(() => this.arrangement().sections);

  /** Shows a change that is on its way. One that is shown already may do something else by now. */
  show(change: ArrangementChange): void {
    this.underway.update((changes) => [...changes.filter((other) => other !== change), change]);
  }

  /** It has come to the server, or has failed. */
  forget(change: ArrangementChange): void {
    this.underway.update((changes) => changes.filter((other) => other !== change));
  }
}
