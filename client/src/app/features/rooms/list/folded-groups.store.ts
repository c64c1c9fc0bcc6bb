import { inject, Injectable, linkedSignal } from '@angular/core';
import { PrivateStorage } from '../../../core/session/private-storage';
import { SessionStore } from '../../../core/session/session.store';

/** Which groups of the list of rooms are folded, on this device. The archive is, unless it was unfolded. */
@Injectable({ providedIn: 'root' })
export class FoldedGroups {
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  private readonly toggled = linkedSignal<string | null, ReadonlySet<string>>({
    source: this.session.userId,
    computation: (userId) => new Set((this.storage.read(keyOf(userId)) ?? '').split(' ').filter((id) => id !== '')),
  });

  isFolded(groupId: string): boolean {
    return this.toggled().has(groupId) !== (groupId === 'archived');
  }

  toggle(groupId: string): void {
    const toggled = new Set(this.toggled());
    if (!toggled.delete(groupId)) toggled.add(groupId);
    this.toggled.set(toggled);
    // The archive is folded again on each visit.
    this.storage.write(keyOf(this.session.userId()), [...toggled].filter((id) => id !== 'archived').join(' '));
  }
}

function keyOf(userId: string | null): string {
  return `folded.${userId ?? ''}`;
}
