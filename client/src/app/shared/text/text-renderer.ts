import { computed, inject, Injectable } from '@angular/core';
import { EmojiData } from './emoji-data';
import { hasShortcode, markdownToHtml } from './markdown';
import { sanitise } from './sanitise';
import { showsNothing } from './shows-nothing';

/** Renders messages, and again once the emoji that they name have been loaded. */
@Injectable({ providedIn: 'root' })
export class TextRenderer {
  private readonly emoji = inject(EmojiData);

  readonly renderer = computed(() => {
    const shortcodes = new Map(this.emoji.all().map(({ emoji, shortcode }) => [shortcode, emoji]));
    return (markdown: string): string => {
      if (showsNothing(markdown)) return '';
      if (shortcodes.size === 0 && hasShortcode(markdown)) void this.emoji.load();
      return sanitise(markdownToHtml(markdown, shortcodes));
    };
  });
}
