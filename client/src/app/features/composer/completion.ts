import { computed, linkedSignal, type Signal, signal } from '@angular/core';

/** What may be meant by a word that is being typed. */
export type Suggestion = {
  readonly key: string;
  /** What is typed in place of the word. */
  readonly text: string;
} & (
  | { readonly kind: 'emoji'; readonly emoji: string; readonly shortcode: string }
  | {
      readonly kind: 'person';
      readonly picture: string | null;
      readonly name: string;
      readonly username: string;
      readonly note: string | null;
    }
  | { readonly kind: 'command'; readonly usage: string; readonly description: string; readonly bot: string }
  | { readonly kind: 'room'; readonly name: string; readonly username: string; readonly note: string | null }
);

/** A part of a word, from its first sign up to the caret. */
export interface PartialWord {
  readonly start: number;
  readonly typed: string;
}

/** What to type in place of what stands between two positions. */
export interface TypedOver {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Typing {
  readonly text: string;
  readonly caret: number;
}

/** Offers what may be meant by the word at the caret. One of it is chosen: the first, until somebody moves on. */
export abstract class Completion {
  abstract readonly label: string;
  /** Said when the list opens. */
  abstract readonly hint: string;
  abstract readonly suggestions: Signal<readonly Suggestion[]>;

  private readonly typing = signal<Typing | null>(null);
  protected readonly partial = computed(() => {
    const typing = this.typing();
    return typing && this.partialAt(typing.text, typing.caret);
  });
  /** By its key: the list may grow while somebody chooses, and what they chose stays chosen. */
  private readonly chosen = linkedSignal<PartialWord | null, string | null>({
    source: this.partial,
    computation: () => null,
  });
  readonly active = computed(() => {
    const chosen = this.chosen();
    return Math.max(
      0,
      this.suggestions().findIndex(({ key }) => key === chosen),
    );
  });

  suggest(text: string, caret: number): void {
    this.typing.set({ text, caret });
  }

  move(step: 1 | -1): void {
    const suggestions = this.suggestions();
    const next = suggestions.at((this.active() + step) % suggestions.length);
    if (next) this.chosen.set(next.key);
  }

  close(): void {
    this.typing.set(null);
  }

  accept(index = this.active()): TypedOver | null {
    const typing = this.typing();
    const partial = this.partial();
    const suggestion = this.suggestions()[index];
    if (!typing || !partial || !suggestion) return null;
    this.close();
    return { text: `${suggestion.text} `, from: partial.start, to: typing.caret };
  }

  protected abstract partialAt(text: string, caret: number): PartialWord | null;
}
