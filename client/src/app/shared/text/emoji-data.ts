import { Injectable, signal } from '@angular/core';

export interface Emoji {
  readonly emoji: string;
  readonly shortcode: string;
}

interface EmojiRecord {
  readonly emoji: string;
  readonly shortcodes?: readonly string[];
}

/** The emoji with their shortcodes: a large file that is fetched when somebody needs it. */
@Injectable({ providedIn: 'root' })
export class EmojiData {
  private readonly loaded = signal<readonly Emoji[]>([]);
  private loading: Promise<void> | null = null;

  readonly all = this.loaded.asReadonly();

  load(): Promise<void> {
    return (this.loading ??= this.fetch());
  }

  private async fetch(): Promise<void> {
    try {
      const response = await fetch('/emoji/data.json');
      if (!response.ok) throw new Error(`The emoji could not be loaded: ${String(response.status)}.`);
      const records = (await response.json()) as readonly EmojiRecord[];
      this.loaded.set(
        records.flatMap(({ emoji, shortcodes = [] }) => shortcodes.map((shortcode) => ({ emoji, shortcode }))),
      );
    } catch {
      // The next one who needs them tries again.
      this.loading = null;
    }
  }
}
