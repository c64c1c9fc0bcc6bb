import { bare, isSameEmoji } from './shown-reactions';

export const MAX_AT_HAND = 6;

/** Before somebody has shown what they like. */
const USUAL: readonly string[] = ['👍', '❤️', '😂', '🎉', '😮', '🙏'];

/** So many uses are remembered: what one liked last year gives way to what one likes now. */
const MAX_USES = 60;

export function withUse(uses: readonly string[], emoji: string): readonly string[] {
  return [...uses, emoji].slice(-MAX_USES);
}

/** The emoji that somebody uses most; of those that are used as often, the one that was used last. */
export function mostUsed(uses: readonly string[]): readonly string[] {
  const counts = new Map<string, { emoji: string; count: number; last: number }>();
  uses.forEach((emoji, last) => {
    counts.set(bare(emoji), { emoji, count: (counts.get(bare(emoji))?.count ?? 0) + 1, last });
  });
  const used = [...counts.values()].sort((a, b) => b.count - a.count || b.last - a.last).map(({ emoji }) => emoji);
  const others = USUAL.filter((usual) => !used.some((emoji) => isSameEmoji(emoji, usual)));
  return [...used, ...others].slice(0, MAX_AT_HAND);
}
