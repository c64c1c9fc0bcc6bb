import { Injectable, signal } from '@angular/core';
import { after } from '../../shared/time/timer';
import { announcementOf, type Arrival } from './announcement-of';

/** What happens together is told together. */
const GATHER_FOR = 800;

/** What a screen reader says of what happens: one quiet text, not the whole list. */
@Injectable({ providedIn: 'root' })
export class AnnouncementsStore {
  private readonly current = signal('');
  private sentences: string[] = [];
  private arrivals: Arrival[] = [];
  private stop: (() => void) | undefined;

  readonly text = this.current.asReadonly();

  /** That something was done, or has happened: a whole sentence. */
  say(sentence: string): void {
    this.sentences.push(sentence);
    this.tellSoon();
  }

  sayArrived(arrival: Arrival): void {
    this.arrivals.push(arrival);
    this.tellSoon();
  }

  /** What one may no longer read must not stay in the page either. */
  clear(): void {
    this.stop?.();
    this.forget();
    this.current.set('');
  }

  private tellSoon(): void {
    this.stop ??= after(GATHER_FOR, () => {
      this.tell();
    });
  }

  private tell(): void {
    const words = announcementOf(this.sentences, this.arrivals);
    this.forget();
    // The same words twice are no change, and would not be read again.
    this.current.update((before) => (before === words ? `${words}\u00a0` : words));
  }

  private forget(): void {
    this.stop = undefined;
    this.sentences = [];
    this.arrivals = [];
  }
}
