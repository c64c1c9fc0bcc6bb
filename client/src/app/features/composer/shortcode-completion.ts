import type { Emoji } from '../../shared/text/emoji-data';
import type { PartialWord } from './completion';

const MAX_SUGGESTIONS = 8;
const BEFORE_CARET = /(?:^|[\s(])(:([a-z0-9_+-]{2,40}))$/i;

/** The shortcode that is being typed at the caret, if one is. */
export function partialShortcode(text: string, caret: number): PartialWord | null {
  const match = BEFORE_CARET.exec(text.slice(0, caret));
  const [, partial, typed] = match ?? [];
  return partial === undefined || typed === undefined
    ? null
    : { start: caret - partial.length, typed: typed.toLowerCase() };
}

/** Those that begin with what was typed first, then those that contain it; each emoji once. */
export function matching(all: readonly Emoji[], typed: string): readonly Emoji[] {
  const ranked = [
    ...all
      .filter(({ shortcode }) => shortcode.startsWith(typed))
      .sort((a, b) => a.shortcode.length - b.shortcode.length),
    ...all.filter(({ shortcode }) => shortcode.includes(typed, 1) && !shortcode.startsWith(typed)),
  ];
  const unique = new Map<string, Emoji>();
  for (const emoji of ranked) if (!unique.has(emoji.emoji)) unique.set(emoji.emoji, emoji);
  return [...unique.values()].slice(0, MAX_SUGGESTIONS);
}
