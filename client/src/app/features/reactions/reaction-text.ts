import { formatMessage } from '../../shared/language/format-message';
import { listInText } from '../../shared/language/lists';
import { numberText } from '../../shared/language/numbers';
import type { ShownReaction } from './shown-reactions';

const MAX_NAMES = 12;

/** How many reacted, and who. `names` are those of the others, as far as they are known. It begins with what is seen, so that it can be said to a computer. */
export function reactionText({ emoji, count, mine }: ShownReaction, names: readonly string[]): string {
  const seen = `${emoji} ${numberText(count)}`;
  return mine || names.length > 0
    ? $localize`${seen}:reaction:: ${listInText(people(count, mine, names))}:people:`
    : seen;
}

function people(count: number, mine: boolean, names: readonly string[]): readonly string[] {
  const others = count - (mine ? 1 : 0);
  const shown = names.slice(0, Math.min(MAX_NAMES, others));
  const rest = others - shown.length;
  const named = [...(mine ? [$localize`You`] : []), ...shown];
  if (rest === 0) return named;
  return [...named, formatMessage($localize`{count, plural, =1 {1 other} other {# others}}`, { count: rest })];
}
