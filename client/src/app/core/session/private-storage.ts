import { Injectable } from '@angular/core';
import { clearPrivateDatabase } from './private-database';

const PREFIX = 'tertulia.private.';

/** What a person leaves in this browser over reloads: drafts, and beside them what could not be sent. It goes when they sign out, on every page. */
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

  async clear(): Promise<void> {
    attempt(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    });
    await attempt(() => clearPrivateDatabase())?.catch(() => undefined);
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
