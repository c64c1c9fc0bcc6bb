import { Injectable } from '@angular/core';
import type { ReadMessage } from '../../../core/graphql/model';
import type { OutboxItem } from '../outbox-entry';

/** What has become of something that waits; null where it waits no more. */
export interface OutboxNews {
  readonly userId: string;
  readonly nonce: string;
  readonly item: OutboxItem | null;
  /** What it has become, where the server has just acknowledged it. */
  readonly message?: ReadMessage;
}

/** All tabs hold what waits, and one sends it: what is written, edited or discarded in any of them, and what becomes of it, the others hear here. */
@Injectable({ providedIn: 'root' })
export class OutboxTabs {
  private readonly channel = typeof BroadcastChannel === 'function' ? openChannel() : null;

  tell(news: OutboxNews): void {
    try {
      this.channel?.postMessage(news);
    } catch {
      // Some browsers close the channel by themselves: what was written is sent all the same.
    }
  }

  listen(hear: (news: OutboxNews) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<OutboxNews>) => {
      hear(data);
    });
  }
}

/** Forbidden in some browsers: each tab then sends what it has, which is once all the same, for the server knows a message by its nonce. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('tertulia-outbox');
  } catch {
    return null;
  }
}
