import type { ShownReaction } from './shown-reactions';

const MAX_NAMES = 12;

/** How many reacted, and who. `names` are those of the others, as far as they are known. It begins with what is seen, so that it can be said to a computer. */
export function reactionText({ emoji, count, mine }: ShownReaction, names: readonly string[]): string {
  const seen = `${emoji} ${count.toLocaleString('en')}`;
  return mine || names.length > 0 ? `${seen}: ${listed(people(count, mine, names))}` : seen;
}

function people(count: number, mine: boolean, names: readonly string[]): readonly string[] {
  const others = count - (mine ? 1 : 0);
  const shown = names.slice(0, Math.min(MAX_NAMES, others));
  const rest = others - shown.length;
  const named = [...(mine ? ['You'] : []), ...shown];
  return rest === 0 ? named : [...named, `${rest.toLocaleString('en')} ${rest === 1 ? 'other' : 'others'}`];
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}
