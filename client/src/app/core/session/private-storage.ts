import { Injectable } from '@angular/core';

const PREFIX = 'tertulia.private.';

/** What a person leaves in this browser over reloads; it goes when their session ends, on every page. */
@Injectable({ providedIn: 'root' })
export class PrivateStorage {
  read(key: string): string | null {
    return attempt(() => localStorage.getItem(PREFIX + key)) ?? null;
  }

  write(key: string, text: string): void {
    attempt(() => {
      if (text === '') localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, text);
    });
  }

  clear(): void {
    attempt(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    });
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
