import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** Whether a media query matches, now and as that changes; in a browser without media queries none does. */
export function matchingMedia(query: string): Signal<boolean> {
  const media = asked(query);
  const matches = signal(media?.matches ?? false);
  const changed = (): void => {
    matches.set(media?.matches ?? false);
  };
  media?.addEventListener('change', changed);
  inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', changed));
  return matches.asReadonly();
}

function asked(query: string): MediaQueryList | null {
  try {
    return matchMedia(query);
  } catch {
    return null;
  }
}
