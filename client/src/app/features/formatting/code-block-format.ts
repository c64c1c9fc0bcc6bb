import { type Edit, linesOf, type Selected, type Span } from './selected';

const OPENING = /^ {0,3}(?<ticks>`{3,})[\w+#.-]*$/;
const CLOSING = /^ {0,3}(?<ticks>`{3,})$/;

/** Puts the lines that are selected between fences, or takes away the fences around them. */
export function toggleCodeBlock(selected: Selected): Edit {
  const { text } = selected;
  const around = fencesAround(selected);
  if (around) {
    const code = text.slice(around.code.from, around.code.to);
    return {
      from: around.from,
      to: around.to,
      text: code,
      selection: { from: around.from, to: around.from + code.length },
    };
  }
  const { from, to } = linesOf(selected);
  const code = text.slice(from, to);
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const start = from + fence.length + 1;
  return {
    from,
    to,
    text: `${fence}\n${code}\n${fence}`,
    selection: { from: start, to: start + code.length },
  };
}

export function isInCodeBlock(selected: Selected): boolean {
  return fencesAround(selected) !== null;
}

/** Only a fence that is as long closes one: a shorter one stands in the code. */
interface Fence extends Span {
  readonly ticks: number;
}

function ticksIn(fence: RegExp, line: string): number {
  return fence.exec(line)?.groups?.['ticks']?.length ?? 0;
}

/** From the one fence to the other, both included, and the code between them. */
function fencesAround(selected: Selected): (Span & { readonly code: Span }) | null {
  const { text } = selected;
  const touched = linesOf(selected);
  let opening: Fence | null = null;
  for (const line of linesIn(text)) {
    const words = text.slice(line.from, line.to);
    if (!opening) {
      const ticks = ticksIn(OPENING, words);
      if (ticks === 0) continue;
      if (line.from > touched.from) return null;
      opening = { ...line, ticks };
    } else if (ticksIn(CLOSING, words) >= opening.ticks) {
      if (line.to >= touched.to) return blockOf(text, opening, line);
      opening = null;
    }
  }
  return opening && opening.to < text.length ? blockOf(text, opening, null) : null;
}

function blockOf(text: string, opening: Span, closing: Span | null): Span & { readonly code: Span } {
  const from = opening.to + 1;
  const to = closing ? Math.max(from, closing.from - 1) : text.length;
  return { from: opening.from, to: closing?.to ?? text.length, code: { from, to } };
}

function linesIn(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ from, to: from + line.length });
    from += line.length + 1;
  }
  return lines;
}
