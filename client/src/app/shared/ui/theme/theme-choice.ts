import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'tertulia.theme';

/** The reader's choice of light or dark, kept on this device. public/theme.js applies it before the first paint. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly theme = signal<Theme>(asTheme(this.root.dataset['theme']));

  constructor() {
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = theme;
      remember(theme);
    });
  }
}

function asTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

function remember(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}
