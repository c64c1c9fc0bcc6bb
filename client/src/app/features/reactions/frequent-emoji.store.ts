import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import { mostUsed, withUse } from './frequent-emoji';

/** The emoji that the viewer reacts with most, on this device. */
@Injectable({ providedIn: 'root' })
export class FrequentEmoji {
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  private readonly uses = linkedSignal<string | null, readonly string[]>({
    source: this.session.userId,
    computation: (userId) => parsed(this.storage.read(keyOf(userId))),
  });

  readonly atHand = computed(() => mostUsed(this.uses()));

  used(emoji: string): void {
    // Another tab may have written since.
    const uses = withUse(parsed(this.storage.read(keyOf(this.session.userId())), this.uses()), emoji);
    this.uses.set(uses);
    this.storage.write(keyOf(this.session.userId()), JSON.stringify(uses));
  }
}

function keyOf(userId: string | null): string {
  return `emoji.${userId ?? ''}`;
}

/** What another version of this page has left is nothing. */
function parsed(text: string | null, otherwise: readonly string[] = []): readonly string[] {
  if (text === null) return otherwise;
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter((emoji) => typeof emoji === 'string') : otherwise;
  } catch {
    return otherwise;
  }
}
