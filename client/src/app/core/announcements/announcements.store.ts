import { Injectable, signal } from '@angular/core';

/** Messages that arrive together are told together. */
const GATHER_FOR = 800;

/** What a screen reader says of what happens: one quiet text, not the whole list. */
@Injectable({ providedIn: 'root' })
export class AnnouncementsStore {
  private readonly current = signal('');
  private waiting: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly text = this.current.asReadonly();

  say(sentence: string): void {
    this.waiting.push(sentence);
    this.timer ??= setTimeout(() => {
      this.tell();
    }, GATHER_FOR);
  }

  /** What one may no longer read must not stay in the page either. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
    this.current.set('');
  }

  private tell(): void {
    const [first, ...more] = this.waiting;
    this.waiting = [];
    this.timer = undefined;
    if (first === undefined) return;
    const sentence = more.length === 0 ? first : `${String(more.length + 1)} new messages`;
    // The same words twice are no change, and would not be read again.
    this.current.update((before) => (before === sentence ? `${sentence}\u00a0` : sentence));
  }
}
