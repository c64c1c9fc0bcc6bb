import { inject, Injectable } from '@angular/core';
import { atRest } from '../../time/at-rest';
import { Notes } from '../feedback/notes';

/** Code that is loaded when somebody wants what it does. Where it cannot be loaded they are told, and may try again. */
@Injectable({ providedIn: 'root' })
export class LateCode {
  private readonly notes = inject(Notes);

  /** Loads it before anybody wants it, once the page is at rest: so it is there at once, and also without a network. */
  loadAtRest(load: () => Promise<unknown>): void {
    atRest(() => void load().catch(() => undefined));
  }

  /** Null where it could not be loaded. */
  async load<T>(load: () => Promise<T>): Promise<T | null> {
    try {
      return await load();
    } catch {
      this.notes.open($localize`This couldn’t be loaded. Check your connection and try again.`, $localize`Close`);
      return null;
    }
  }
}
