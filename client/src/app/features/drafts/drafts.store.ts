import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { type PrivateChange, PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';

/**
 * What the viewer has written and not sent, one draft for each timeline: a room, or a thread. Drafts survive a reload and a new sign-in
 * in this browser, and are shared by its tabs: a tab follows what another one writes, unless something else has been written in it.
 */
@Injectable({ providedIn: 'root' })
export class DraftsStore {
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  private readonly drafts = linkedSignal<string | null, ReadonlyMap<string, string>>({
    source: this.session.userId,
    computation: (userId) => (userId === null ? new Map() : this.storage.all(prefixOf(userId))),
  });
  /** Where this tab holds another text than the one that was kept last. */
  private readonly apart = new Set<string>();

  /** The timelines in which something is half written. */
  readonly timelines = computed<ReadonlySet<string>>(
    () => new Set([...this.drafts()].filter(([, text]) => text.trim() !== '').map(([timelineId]) => timelineId)),
    // Each key that is pressed changes a text, and hardly ever which ones there are.
    { equal: (one, other) => one.size === other.size && [...one].every((id) => other.has(id)) },
  );

  constructor() {
    this.storage.watch((change) => {
      this.follow(change);
    });
    // What another tab has sent was not what stands here.
    addEventListener('pagehide', () => {
      this.keepApart();
    });
    // A page that the browser had put away has heard nothing meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.readAgain();
    });
  }

  of(timelineId: string): string {
    return this.drafts().get(timelineId) ?? '';
  }

  /** False where this browser does not keep it over a reload. */
  keep(timelineId: string, text: string): boolean {
    this.show(timelineId, text);
    this.apart.delete(timelineId);
    return this.storage.write(this.keyOf(timelineId), text);
  }

  /** What was half written where there is nothing to write in any more. */
  forget(isGone: (timelineId: string) => boolean): void {
    for (const timelineId of this.drafts().keys()) if (isGone(timelineId)) this.keep(timelineId, '');
  }

  private follow({ key, before, after }: PrivateChange): void {
    const prefix = prefixOf(this.session.userId() ?? '');
    if (!key.startsWith(prefix)) return;
    const timelineId = key.slice(prefix.length);
    const here = this.of(timelineId);
    if (here === before || here === after) this.show(timelineId, after);
    else this.apart.add(timelineId);
  }

  /** The last one who writes is kept; but what nobody has kept is kept from here. */
  private keepApart(): void {
    if (this.session.userId() === null) return;
    for (const timelineId of this.apart) {
      const key = this.keyOf(timelineId);
      if ((this.storage.read(key) ?? '') === '') this.storage.write(key, this.of(timelineId));
    }
  }

  private readAgain(): void {
    const userId = this.session.userId();
    if (userId === null) return;
    const kept = this.storage.all(prefixOf(userId));
    for (const timelineId of new Set([...kept.keys(), ...this.drafts().keys()]))
      if (!this.apart.has(timelineId)) this.show(timelineId, kept.get(timelineId) ?? '');
  }

  private show(timelineId: string, text: string): void {
    this.drafts.update((drafts) => {
      const changed = new Map(drafts);
      if (text === '') changed.delete(timelineId);
      else changed.set(timelineId, text);
      return changed;
    });
  }

  private keyOf(timelineId: string): string {
    return prefixOf(this.session.userId() ?? '') + timelineId;
  }
}

/** By account: nobody else who signs in at this browser sees them. */
function prefixOf(userId: string): string {
  return `draft.${userId}.`;
}
