import { type Edit, linesOf, type Selected } from './selected';

interface Sign {
  readonly mark: (place: number) => string;
  readonly has: (line: string) => boolean;
  readonly without: (line: string) => string;
}

const ITEM = /^(\s*)(?:[-*•](?:[ \t]+\[[ xX]\])?|\d{1,9}[.)])[ \t]+/;

/** What is written before each line. */
export const LINE_FORMATS = {
  bullets: listSign(/^\s*[-*•][ \t]+(?!\[[ xX]\][ \t])/, () => '- '),
  numbers: listSign(/^\s*\d{1,9}[.)][ \t]+/, (place) => `${String(place)}. `),
  tasks: listSign(/^\s*[-*•][ \t]+\[[ xX]\][ \t]+/, () => '- [ ] '),
  quote: { mark: () => '> ', has: (line) => line.startsWith('>'), without: (line) => line.replace(/^> ?/, '') },
} as const satisfies Record<string, Sign>;

export type LineFormat = keyof typeof LINE_FORMATS;

/** Puts signs before the lines that are selected, in place of those of other lists, or takes them away where all of them have them. */
export function toggleLines(selected: Selected, format: LineFormat): Edit {
  const { text } = selected;
  const { from, to } = linesOf(selected);
  const lines = text.slice(from, to).split('\n');
  const isOn = isOnLines(selected, format);
  const changed = isOn ? lines.map((line) => LINE_FORMATS[format].without(line)) : withSigns(lines, format);
  const result = changed.join('\n');
  return { from, to, text: result, selection: selectionAfter(selected, { from, lines, changed }) };
}

export function isOnLines(selected: Selected, format: LineFormat): boolean {
  const { from, to } = linesOf(selected);
  return counting(selected.text.slice(from, to).split('\n'), format).every((line) => LINE_FORMATS[format].has(line));
}

function withSigns(lines: readonly string[], format: LineFormat): string[] {
  const counted = new Set(counting(lines, format));
  let place = 0;
  return lines.map((line) => {
    if (!counted.has(line)) return line;
    if (format === 'quote') return line === '' ? '>' : `> ${line}`;
    place += 1;
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    return indent + LINE_FORMATS[format].mark(place) + line.replace(ITEM, '$1').slice(indent.length);
  });
}

/** An empty line between is no item of a list; alone it is one. */
function counting(lines: readonly string[], format: LineFormat): readonly string[] {
  const filled = format === 'quote' ? lines : lines.filter((line) => line.trim() !== '');
  return filled.length > 0 ? filled : lines;
}

function listSign(pattern: RegExp, mark: (place: number) => string): Sign {
  return { mark, has: (line) => pattern.test(line), without: (line) => line.replace(ITEM, '$1') };
}

interface Change {
  readonly from: number;
  readonly lines: readonly string[];
  readonly changed: readonly string[];
}

/** A caret stays in its words; what is selected afterwards are the whole lines. */
function selectionAfter({ from: caret, to }: Selected, { from, lines, changed }: Change): Edit['selection'] {
  const whole = { from, to: from + changed.join('\n').length };
  if (to > caret) return whole;
  const grown = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const place = Math.max(from, Math.min(caret + grown, whole.to));
  return { from: place, to: place };
}
