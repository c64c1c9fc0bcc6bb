import { computed, inject, Injectable, signal } from '@angular/core';
import type { Notifies } from '#rules';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import { NotificationChoice } from './notification-choice';
import { NotificationPermission } from './notification-permission.store';

/** Asks whether the viewer wants notifications in this browser, once somebody has called them for the first time, and never again after "Not now". */
@Injectable({ providedIn: 'root' })
export class NotificationQuestion {
  private readonly choice = inject(NotificationChoice);
  private readonly permission = inject(NotificationPermission);
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  private readonly reason = signal<string | null>(null);
  /** The browser has said no: that is told once, with what can be done about it. */
  private readonly refused = signal(false);

  /** What has happened, as a sentence; null where there is nothing to ask. */
  readonly words = computed(() => (this.permission.state() === 'default' ? this.reason() : null));
  readonly isRefused = this.refused.asReadonly();

  constructor() {
    // One answer is enough, in whichever tab.
    this.storage.watch(({ key, after }) => {
      if (key === this.key && after !== '') this.reason.set(null);
    });
  }

  called(author: string, reason: Notifies): void {
    if (this.permission.state() !== 'default' || this.reason() !== null || this.wasPutOff()) return;
    this.reason.set(sentenceOf(author, reason));
  }

  async turnOn(): Promise<void> {
    const answer = await this.permission.ask();
    if (answer === 'granted') this.choice.turn(true);
    this.refused.set(answer === 'denied');
    // Whoever closes the browser's question has not answered it: they find it in their settings.
    if (answer === 'default') this.putOff();
  }

  putOff(): void {
    const { key } = this;
    if (key !== null) this.storage.write(key, 'put off');
    this.reason.set(null);
    this.refused.set(false);
  }

  private wasPutOff(): boolean {
    return this.key === null || this.storage.read(this.key) !== null;
  }

  private get key(): string | null {
    const userId = this.session.userId();
    return userId === null ? null : `notification-question.${userId}`;
  }
}

function sentenceOf(author: string, reason: Notifies): string {
  switch (reason) {
    case 'DIRECT_MESSAGE':
      return $localize`${author}:name: sent you a message.`;
    case 'MENTION':
      return $localize`${author}:name: mentioned you.`;
    case 'REPLY':
      return $localize`${author}:name: replied to you.`;
    case 'ROOM_MENTION':
      return $localize`${author}:name: mentioned everyone in a room.`;
    case 'KEYWORD':
      return $localize`${author}:name: used one of your keywords.`;
    case 'THREAD_REPLY':
      return $localize`${author}:name: replied in a thread that you follow.`;
    case 'EVERY_MESSAGE':
      return $localize`${author}:name: sent a message.`;
  }
}
