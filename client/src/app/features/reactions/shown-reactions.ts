/** Reactions with one emoji, as they are shown. */
export interface ShownReaction {
  readonly emoji: string;
  readonly count: number;
  /** Whether the viewer is one of them. */
  readonly mine: boolean;
}

/** What the viewer wants of one emoji, until the server has said that it is so. */
export interface Wish {
  readonly emoji: string;
  readonly isOn: boolean;
}

interface Reactions {
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly viewerState: { readonly reactions: readonly string[] };
}

/** What the server said, with what it will say. */
export function shownReactions(
  { reactions, viewerState }: Reactions,
  wishes: readonly Wish[],
): readonly ShownReaction[] {
  const shown = reactions.map(({ emoji, count }) => ({ emoji, count, mine: viewerState.reactions.includes(emoji) }));
  return wishes.reduce<readonly ShownReaction[]>(withWish, shown);
}

/** Keyboards and pickers write the same emoji with and without the selector that asks for its colours; the server keeps one spelling. */
export function isSameEmoji(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

export function bare(emoji: string): string {
  return emoji.replaceAll('\uFE0F', '');
}

function withWish(shown: readonly ShownReaction[], { emoji, isOn }: Wish): readonly ShownReaction[] {
  const known = shown.find((reaction) => isSameEmoji(reaction.emoji, emoji));
  if (!known) return isOn ? [...shown, { emoji, count: 1, mine: true }] : shown;
  if (known.mine === isOn) return shown;
  const count = known.count + (isOn ? 1 : -1);
  if (count === 0) return shown.filter((reaction) => reaction !== known);
  return shown.map((reaction) => (reaction === known ? { ...reaction, count, mine: isOn } : reaction));
}
