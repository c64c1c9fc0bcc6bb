import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { EmojiData } from '../../shared/text/emoji-data';
import { matching, partialShortcode } from './shortcode-completion';

interface Typing {
  readonly text: string;
  readonly caret: number;
}

/** What to type in place of what stands between two positions. */
export interface Completion {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Offers emoji while somebody types `:sho…`. */
@Injectable({ providedIn: 'root' })
export class EmojiCompletion {
  private readonly emoji = inject(EmojiData);

  private readonly typing = signal<Typing | null>(null);
  private readonly partial = computed(() => {
    const typing = this.typing();
    return typing && partialShortcode(typing.text, typing.caret);
  });

  readonly suggestions = computed(() => {
    const partial = this.partial();
    return partial ? matching(this.emoji.all(), partial.typed) : [];
  });
  private readonly chosen = linkedSignal({ source: this.suggestions, computation: () => 0 });
  readonly active = this.chosen.asReadonly();

  suggest(text: string, caret: number): void {
    this.typing.set({ text, caret });
    if (this.partial()) void this.emoji.load();
  }

  move(step: 1 | -1): void {
    const count = this.suggestions().length;
    if (count > 0) this.chosen.update((index) => (index + step + count) % count);
  }

  close(): void {
    this.typing.set(null);
  }

  /** The chosen emoji, for what was typed of its name. */
  accept(index = this.active()): Completion | null {
    const typing = this.typing();
    const partial = this.partial();
    const suggestion = this.suggestions()[index];
    if (!typing || !partial || !suggestion) return null;
    this.close();
    return { text: `${suggestion.emoji} `, from: partial.start, to: typing.caret };
  }
}
