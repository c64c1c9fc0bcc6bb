import { Injectable } from '@angular/core';
import { clearPrivateDatabase, countPrivate } from './private-database';

const PREFIX = 'tertulia.private.';

/** What another tab has written; the empty text where there is none. */
export interface PrivateChange {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** What is still in this browser of somebody's. */
export interface LeftBehind {
  readonly drafts: number;
  readonly unsent: number;
  readonly changes: number;
  readonly reactions: number;
}

/**
 * What a person leaves in this browser over reloads: drafts and reactions, and beside them the messages that could not be sent. It goes when they sign out, on every
 * page, unless they ask to keep it. The first part of a key says what it is, the second one the account that it belongs to.
 */
@Injectable({ providedIn: 'root' })
export class PrivateStorage {
  read(key: string): string | null {
    return attempt(() => localStorage.getItem(PREFIX + key)) ?? null;
  }

  /** False where this browser does not keep it: it then lasts as long as the page. */
  write(key: string, text: string): boolean {
    const kept = attempt(() => {
      if (text === '') localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, text);
      return true;
    });
    return kept ?? false;
  }

  /** What is kept under keys that begin so, by the rest of the key. */
  all(prefix: string): ReadonlyMap<string, string> {
    const keys = this.keys().filter((key) => key.startsWith(prefix));
    return new Map(keys.map((key) => [key.slice(prefix.length), this.read(key) ?? '']));
  }

  /** Tells of what other tabs write. */
  watch(hear: (change: PrivateChange) => void): void {
    addEventListener('storage', ({ key, oldValue, newValue }) => {
      if (key?.startsWith(PREFIX))
        hear({ key: key.slice(PREFIX.length), before: oldValue ?? '', after: newValue ?? '' });
    });
  }

  async leftBehind(userId: string): Promise<LeftBehind> {
    const own = this.keys()
      .map((key) => key.split('.'))
      .filter(([, owner]) => owner === userId);
    const count = (...kinds: string[]): number => own.filter(([kind = '']) => kinds.includes(kind)).length;
    const unsent = await attempt(() => countPrivate(userId))?.catch(() => null);
    // What else is kept, such as the emoji that one uses most, nobody would miss.
    const { messages, changes } = unsent ?? { messages: 0, changes: 0 };
    return { drafts: count('draft', 'edit'), unsent: messages, changes, reactions: count('reaction') };
  }

  async clear(): Promise<void> {
    attempt(() => {
      for (const key of this.keys()) localStorage.removeItem(PREFIX + key);
    });
    await attempt(() => clearPrivateDatabase())?.catch(() => undefined);
  }

  private keys(): string[] {
    const keys = attempt(() => Object.keys(localStorage)) ?? [];
    return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  }
}

/** Storage can be forbidden or full: what was to be kept then lasts as long as the page. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
