import { type Signal, signal } from '@angular/core';

export interface DeviceChoice<T extends string> {
  readonly chosen: Signal<T>;
  readonly choose: (value: T) => void;
}

/**
 * One of a few values that somebody chose on this device. The first is the usual one, and leaves nothing behind. Storage can be
 * forbidden: the choice then lasts as long as the page. Tabs that are open follow each other, unless it is about the window alone.
 */
export function deviceChoice<T extends string>(
  key: string,
  [usual, ...others]: readonly [T, ...T[]],
  { openTabsFollow = true, withoutStorage = usual }: { openTabsFollow?: boolean; withoutStorage?: T } = {},
): DeviceChoice<T> {
  const current = signal<T>(kept());
  if (openTabsFollow)
    addEventListener('storage', (event) => {
      if (event.key === key) current.set(kept());
    });
  return { chosen: current.asReadonly(), choose };

  function choose(value: T): void {
    current.set(value);
    try {
      if (value === usual) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // As long as the page.
    }
  }

  function kept(): T {
    try {
      const value = localStorage.getItem(key);
      return others.find((other) => other === value) ?? usual;
    } catch {
      return withoutStorage;
    }
  }
}
