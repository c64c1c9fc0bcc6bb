import { computed, inject, Injectable } from '@angular/core';
import { EmojiData } from '../../shared/text/emoji-data';
import { Completion, type PartialWord, type Suggestion } from './completion';
import { matching, partialShortcode } from './shortcode-completion';

/** Offers emoji while somebody types `:sho…`. */
@Injectable()
export class EmojiCompletion extends Completion {
  private readonly emoji = inject(EmojiData);

  override readonly label = $localize`Emoji`;
  override readonly hint = $localize`Emoji suggestions: use the arrow keys to choose, and Tab to insert.`;
  override readonly suggestions = computed<readonly Suggestion[]>(() => {
    const partial = this.partial();
    if (!partial) return [];
    return matching(this.emoji.all(), partial.typed).map(({ emoji, shortcode }) => ({
      kind: 'emoji',
      key: shortcode,
      text: emoji,
      emoji,
      shortcode,
    }));
  });

  override suggest(text: string, caret: number): void {
    super.suggest(text, caret);
    if (this.partial()) void this.emoji.load();
  }

  protected override partialAt(text: string, caret: number): PartialWord | null {
    return partialShortcode(text, caret);
  }
}
