import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownReactions, type Wish } from './shown-reactions';

const said = (reactions: Record<string, number>, own: readonly string[] = []) => ({
  reactions: Object.entries(reactions).map(([emoji, count]) => ({ emoji, count })),
  viewerState: { reactions: own },
});

test('what Ada wants is shown before the server has said it', () => {
  expect(shownReactions(said({ '👍': 2 }), [{ emoji: '👍', isOn: true }])).toEqual([
    { emoji: '👍', count: 3, mine: true },
  ]);
  expect(shownReactions(said({ '👍': 2 }, ['👍']), [{ emoji: '👍', isOn: false }])).toEqual([
    { emoji: '👍', count: 1, mine: false },
  ]);
});

test('an emoji that nobody has used comes last, and one that nobody uses any more is gone', () => {
  const shown = shownReactions(said({ '👍': 1 }, ['👍']), [
    { emoji: '🎉', isOn: true },
    { emoji: '👍', isOn: false },
  ]);
  expect(shown).toEqual([{ emoji: '🎉', count: 1, mine: true }]);
});

test('once the server has said it, the wish changes nothing, however the emoji was spelt', () => {
  expect(shownReactions(said({ '❤️': 1 }, ['❤️']), [{ emoji: '❤', isOn: true }])).toEqual([
    { emoji: '❤️', count: 1, mine: true },
  ]);
});

test('a wish counts once, however often it is wished', () => {
  const emoji = fc.constantFrom('👍', '❤️', '🎉');
  const wishes = fc.array(fc.record({ emoji, isOn: fc.boolean() }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.dictionary(emoji, fc.integer({ min: 1, max: 5 })), wishes, (reactions, wanted: Wish[]) => {
      const once = shownReactions(said(reactions), wanted);
      for (const { emoji: one, count, mine } of once) expect(count).toBe((reactions[one] ?? 0) + (mine ? 1 : 0));
      const last = new Map(wanted.map((wish) => [wish.emoji, wish.isOn]));
      for (const [one, isOn] of last) expect(once.some((shown) => shown.emoji === one && shown.mine)).toBe(isOn);
    }),
  );
});
