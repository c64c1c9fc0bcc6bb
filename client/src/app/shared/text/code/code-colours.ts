import type { Colour, Piece } from './code-pieces';
import { highlighted } from './highlighter';
import type { Grammar } from './languages';

/** Longer code stays as it is. */
const MAX_LENGTH = 20_000;

/**
 * Colours code without changing the page: each colour is a highlight of the browser's (CSS Custom Highlight API) over parts of the text. So
 * there is no HTML to be trusted, and a thousand words in colours are no elements. A browser without it shows the code as it is.
 */
export class CodeColours {
  private marked: Marked[] = [];
  private pieces: readonly Piece[] | null = null;
  private end = 0;
  private stopped = false;

  constructor(
    private readonly code: HTMLElement,
    private readonly grammar: Grammar,
  ) {}

  /** Up to this place in the text: colours that are folded away would cost as much as those that one sees. */
  async show(end: number): Promise<void> {
    const text = this.code.textContent;
    if (!isSupported() || text.length > MAX_LENGTH) return;
    this.end = end;
    const question = { code: text, grammar: this.grammar };
    const pieces = this.pieces ?? (await highlighted(question, () => !this.stopped));
    if (this.stopped) return;
    this.pieces = pieces;
    this.unmark();
    this.marked = rangesOf(
      this.code,
      pieces.filter(({ from }) => from < this.end),
    );
    for (const { colour, range } of this.marked) highlightOf(colour).add(range);
  }

  stop(): void {
    this.stopped = true;
    this.unmark();
  }

  private unmark(): void {
    for (const { colour, range } of this.marked) highlightOf(colour).delete(range);
    this.marked = [];
  }
}

interface Marked {
  readonly colour: Colour;
  readonly range: StaticRange;
}

function isSupported(): boolean {
  return typeof Worker === 'function' && typeof Highlight === 'function';
}

function highlightOf(colour: Colour): Highlight {
  const name = `code-${colour}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

/** Long code is laid out in parts: what goes on in the next one has a range in each. */
function rangesOf(code: HTMLElement, pieces: readonly Piece[]): Marked[] {
  const marked: Marked[] = [];
  let next = 0;
  let start = 0;
  for (const node of textsIn(code)) {
    const end = start + node.data.length;
    for (let index = next; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (!piece || piece.from >= end) break;
      if (piece.to <= end) next = index + 1;
      const range = new StaticRange({
        startContainer: node,
        startOffset: Math.max(piece.from - start, 0),
        endContainer: node,
        endOffset: Math.min(piece.to, end) - start,
      });
      marked.push({ colour: piece.colour, range });
    }
    start = end;
  }
  return marked;
}

function textsIn(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts;
}
