import { inject, Injectable } from '@angular/core';
import { uptime } from '../../shared/time/timer';
import { TypingRequests } from './data/typing-requests';

/** The server lets typing fade after some seconds: telling it this often keeps it up. */
const TELL_EVERY = 3_000;

@Injectable({ providedIn: 'root' })
export class TypingStore {
  private readonly requests = inject(TypingRequests);
  private readonly toldAt = new Map<string, number>();

  typed(roomId: string): void {
    const now = uptime();
    if (now - (this.toldAt.get(roomId) ?? -Infinity) < TELL_EVERY) return;
    this.toldAt.set(roomId, now);
    void this.requests.setTyping(roomId);
  }

  /** Sending ends one's typing, so that the next key is news again. */
  sent(roomId: string): void {
    this.toldAt.delete(roomId);
  }
}
