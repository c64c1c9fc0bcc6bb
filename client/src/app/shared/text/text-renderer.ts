import { computed, inject, Injectable } from '@angular/core';
import { EmojiData } from './emoji-data';
import { hasShortcode, type RenderedMarkdown, renderMarkdown, type WhoIs } from './markdown';
import { showsNothing } from './shows-nothing';

/** Renders messages, and again once the emoji that they name have been loaded. */
@Injectable({ providedIn: 'root' })
export class TextRenderer {
  private readonly emoji = inject(EmojiData);

  readonly renderer = computed(() => {
    const shortcodes = new Map(this.emoji.all().map(({ emoji, shortcode }) => [shortcode, emoji]));
    return (markdown: string, whoIs?: WhoIs): RenderedMarkdown => {
      if (showsNothing(markdown)) return { text: [], tall: false };
      if (shortcodes.size === 0 && hasShortcode(markdown)) void this.emoji.load();
      return renderMarkdown(markdown, shortcodes, whoIs);
    };
  });
}
