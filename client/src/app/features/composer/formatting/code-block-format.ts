import { type Edit, linesOf, type Selected, type Span } from './selected';

const FENCE = /^ {0,3}`{3,}[\w+#.-]*$/;

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

/** From the one fence to the other, both included, and the code between them. */
function fencesAround(selected: Selected): (Span & { readonly code: Span }) | null {
  const { text } = selected;
  const touched = linesOf(selected);
  let opening: Span | null = null;
  for (const line of linesIn(text)) {
    if (!FENCE.test(text.slice(line.from, line.to))) continue;
    if (!opening) {
      if (line.from > touched.from) return null;
      opening = line;
    } else {
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
