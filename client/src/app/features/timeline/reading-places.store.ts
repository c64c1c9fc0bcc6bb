import { effect, inject, Injectable } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';

/** At a message, and not at a height: others come and go above it. */
export interface ReadingPlace {
  readonly number: number;
  /** How far below the upper edge of the view it begins. */
  readonly top: number;
}

const KEY = 'tertulia.places';

/** Where the reader stood in each conversation that they have left: for as long as the tab is open, over reloads as well. */
@Injectable({ providedIn: 'root' })
export class ReadingPlaces {
  private readonly session = inject(SessionStore);
  private places: Map<string, ReadingPlace> | null = null;

  constructor() {
    effect(() => {
      if (this.session.status() === 'signed-out') this.forget();
    });
    const write = (): void => {
      this.write();
    };
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
  }

  /** Null at the end of a conversation, which is where everybody comes in who has not been there. */
  of(conversation: string): ReadingPlace | null {
    return this.known().get(conversation) ?? null;
  }

  keep(conversation: string, place: ReadingPlace | null): void {
    if (place) this.known().set(conversation, place);
    else this.known().delete(conversation);
  }

  private known(): Map<string, ReadingPlace> {
    return (this.places ??= this.read());
  }

  private read(): Map<string, ReadingPlace> {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
      // What somebody else has left in this tab is not for this reader.
      if (!isKept(kept) || kept.userId !== this.session.userId()) return new Map();
      return new Map(Object.entries(kept.places).filter(([, place]) => isPlace(place)));
    } catch {
      return new Map();
    }
  }

  private write(): void {
    const userId = this.session.userId();
    if (userId === null || !this.places) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ userId, places: Object.fromEntries(this.places) }));
    } catch {
      // Where nothing can be kept, a reload begins at the end.
    }
  }

  private forget(): void {
    this.places = null;
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Then nothing was kept either.
    }
  }
}

function isKept(kept: unknown): kept is { userId: string; places: Record<string, ReadingPlace> } {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'userId' in kept &&
    'places' in kept &&
    typeof kept.places === 'object' &&
    kept.places !== null
  );
}

function isPlace(place: unknown): boolean {
  if (typeof place !== 'object' || place === null || !('number' in place) || !('top' in place)) return false;
  return Number.isInteger(place.number) && Number.isFinite(place.top);
}
