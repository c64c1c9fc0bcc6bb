import { Injectable, signal } from '@angular/core';

const STORAGE_KEY = 'tertulia.formatting';

/** Whether the formatting bar is shown: remembered for this browser. */
@Injectable({ providedIn: 'root' })
export class FormattingChoice {
  private readonly choice = signal(remembered());
  readonly shown = this.choice.asReadonly();

  toggle(): void {
    this.choice.update((shown) => !shown);
    remember(this.choice());
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'shown';
  } catch {
    return false;
  }
}

/** Without storage the choice lasts as long as the page. */
function remember(shown: boolean): void {
  try {
    if (shown) localStorage.setItem(STORAGE_KEY, 'shown');
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing to be done.
  }
}
