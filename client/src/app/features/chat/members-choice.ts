import { Injectable, signal } from '@angular/core';

const storageKey = 'tertulia.members';

/** Whether the members stand beside the conversation, where there is room for them: as they were left on this device. */
@Injectable({ providedIn: 'root' })
export class MembersChoice {
  private readonly chosen = signal(remembered());

  readonly open = this.chosen.asReadonly();

  set(open: boolean): void {
    this.chosen.set(open);
    remember(open);
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'open';
  } catch {
    return false;
  }
}

function remember(open: boolean): void {
  try {
    if (open) localStorage.setItem(storageKey, 'open');
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}
