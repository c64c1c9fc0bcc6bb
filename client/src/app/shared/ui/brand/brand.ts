import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** A color for light surroundings and one for dark ones. */
export interface BrandAccent {
  readonly light: string;
  readonly dark: string;
}

/** What a server is called, and its color; null for that of the house. */
export interface BrandLook {
  readonly name: string;
  readonly accent: BrandAccent | null;
}

const HOUSE: BrandLook = { name: 'Tertulia', accent: null };
const STORAGE_KEY = 'tertulia.look';

/**
 * How this server is called and looks. It stays in this browser, so that the next visit begins with it: public/first-paint.js puts the color on the page
 * before the first paint.
 */
@Injectable({ providedIn: 'root' })
export class Brand {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly look = signal<BrandLook>(remembered());

  readonly name = computed(() => this.look().name);
  /** Whether it is called as the program is. */
  readonly isHouse = computed(() => this.name() === HOUSE.name);

  show({ name, accent }: BrandLook): void {
    this.look.set({ name, accent });
    remember({ name, accent });
    this.paint(accent);
  }

  private paint(accent: BrandAccent | null): void {
    const { dataset, style } = this.root;
    if (accent === null) delete dataset['accent'];
    else dataset['accent'] = 'own';
    style.setProperty('--accent-by-day', accent?.light ?? null);
    style.setProperty('--accent-by-night', accent?.dark ?? null);
  }
}

function remembered(): BrandLook {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
    return isLook(kept) ? kept : HOUSE;
  } catch {
    return HOUSE;
  }
}

function isLook(kept: unknown): kept is BrandLook {
  return (
    typeof kept === 'object' && kept !== null && 'name' in kept && typeof kept.name === 'string' && 'accent' in kept
  );
}

function remember(look: BrandLook): void {
  try {
    if (look.name === HOUSE.name && look.accent === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, JSON.stringify(look));
  } catch {
    // Storage can be forbidden; the next page then begins as the house looks.
  }
}
