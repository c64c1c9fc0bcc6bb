import { Injectable, signal } from '@angular/core';
import { after } from '../../shared/time/timer';

/** Messages that arrive together are told together. */
const GATHER_FOR = 800;

/** What a screen reader says of what happens: one quiet text, not the whole list. */
@Injectable({ providedIn: 'root' })
export class AnnouncementsStore {
  private readonly current = signal('');
  private waiting: string[] = [];
  private stop: (() => void) | undefined;

  readonly text = this.current.asReadonly();

  say(sentence: string): void {
    this.waiting.push(sentence);
    this.stop ??= after(GATHER_FOR, () => {
      this.tell();
    });
  }

  /** What one may no longer read must not stay in the page either. */
  clear(): void {
    this.stop?.();
    this.stop = undefined;
    this.waiting = [];
    this.current.set('');
  }

  private tell(): void {
    const [first, ...more] = this.waiting;
    this.waiting = [];
    this.stop = undefined;
    if (first === undefined) return;
    const sentence = more.length === 0 ? first : `${String(more.length + 1)} new messages`;
    // The same words twice are no change, and would not be read again.
    this.current.update((before) => (before === sentence ? `${sentence}\u00a0` : sentence));
  }
}
