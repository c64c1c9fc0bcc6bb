/** What stands in a room that has everything: what the message of a number says, and what hangs on it. */
export interface Said {
  readonly body: string;
  /** Which of the pictures, where it has one. */
  readonly picture: number | null;
  /** Which of the pages it links to, where it does. */
  readonly page: number | null;
  readonly reactions: readonly string[];
}

export const PICTURES = 6;
export const PAGES = 4;

export function saidAs(number: number): Said {
  return {
    body: bodyOf(number),
    picture: number % 20 === 7 ? number % PICTURES : null,
    page: number % 12 === 5 ? number % PAGES : null,
    reactions: number % 6 === 0 ? EMOJI.slice(0, 1 + (number % EMOJI.length)) : [],
  };
}

export function pageAt(page: number): string {
  return `https://example.com/articles/${String(page)}`;
}

const EMOJI = ['👍', '🎉', '❤️', '😂'];

const CODE = [
  'export function median(values: readonly number[]): number {',
  '  const sorted = values.toSorted((a, b) => a - b);',
  '  // Of two in the middle, what lies between them.',
  '  const middle = sorted.length / 2;',
  '  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;',
  '}',
].join('\n');

function bodyOf(number: number): string {
  const line = `This is number ${String(number)} of what was said there.`;
  if (number % 12 === 5) return `${line} It is in ${pageAt(number % PAGES)} as well.`;
  if (number % 15 === 3) return `${line}\n\n\`\`\`ts\n${CODE}\n\`\`\``;
  if (number % 17 === 1) return `${line}\n\n- bread and *cheese*\n- **olives**\n- \`salt\``;
  if (number % 19 === 2) return `> Who brings the bread?\n\nI do. ${line}`;
  if (number % 4 === 0) return 'Yes.';
  return `${line} ${'It went on for a while, **as it does**, and nobody minded. '.repeat((number * 7) % 5)}`;
}
