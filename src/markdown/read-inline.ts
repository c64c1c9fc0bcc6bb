import { type Address, findAddresses, hrefOf } from './find-addresses.js';
import type { Inline, Shortcodes } from './message-tree.js';
import { codeAt, escapedCode, runsOfBackticks } from './read-code-span.js';
import { delimitersAt, type Piece, withEmphasis } from './read-emphasis.js';
import { showsNothing } from './shows-nothing.js';
import { characterAt, characterBefore, isFormulaCharacter } from './word-boundaries.js';

const SPECIAL = /[\\`[!:*_~]/g;
const SHORTCODE = /:([a-z0-9_+-]{1,40}):/y;
const DESTINATION = /\(([^\s()<>]{1,2048}(?:\([^\s()<>]{0,2048}\)[^\s()<>]{0,2048}){0,8})\)/y;

/** The words of a paragraph, a heading or a cell, with what stands out in them. */
export function readInline(text: string, shortcodes: Shortcodes): Inline[] {
  return new InlineReader(text, shortcodes, true).read();
}

/** Goes through a text once. What turns out to be no markup is text, as it was typed. */
class InlineReader {
  private readonly pieces: Piece[] = [];
  private readonly addresses: readonly Address[];
  private readonly backticks;
  private readonly closers;
  private at = 0;
  /** Where the text begins that has not been made a piece yet. */
  private from = 0;

  constructor(
    private readonly text: string,
    private readonly shortcodes: Shortcodes,
    withLinks: boolean,
  ) {
    this.addresses = withLinks ? findAddresses(text) : [];
    this.backticks = runsOfBackticks(text);
    this.closers = withLinks ? closersOfBrackets(text) : new Map<number, number>();
  }

  read(): Inline[] {
    let next = 0;
    while (this.at < this.text.length) {
      while ((this.addresses[next]?.end ?? Infinity) <= this.at) next += 1;
      SPECIAL.lastIndex = this.at;
      const special = SPECIAL.exec(this.text)?.index ?? this.text.length;
      const address = this.addresses[next];
      if (address && address.start >= this.at && address.start <= special) {
        this.add(address.start, address.end, linkTo(address.href, this.text.slice(address.start, address.end)));
      } else {
        this.at = special;
        if (special < this.text.length) this.readSpecial();
      }
    }
    this.flush(this.text.length);
    return withEmphasis(this.pieces, this.text);
  }

  private readSpecial(): void {
    switch (this.text.charAt(this.at)) {
      case '`':
        this.readCode();
        break;
      case '[':
        this.readLink(this.at);
        break;
      case '!':
        if (this.text.charAt(this.at + 1) === '[') this.readLink(this.at + 1);
        else this.at += 1;
        break;
      case ':':
        this.readShortcode();
        break;
      case '\\':
        this.readEscape();
        break;
      default:
        this.readDelimiters(this.at);
    }
  }

  private readCode(): void {
    const code = codeAt(this.text, this.at, this.backticks);
    if (code.text === null) this.at = code.end;
    else this.add(this.at, code.end, { kind: 'code', text: code.text });
  }

  private readLink(bracket: number): void {
    const link = this.linkAt(bracket);
    if (link) this.add(this.at, link.end, link.piece);
    else this.at = bracket + 1;
  }

  private linkAt(bracket: number): { end: number; piece: Inline } | null {
    const closer = this.closers.get(bracket);
    if (closer === undefined) return null;
    DESTINATION.lastIndex = closer + 1;
    const destination = DESTINATION.exec(this.text);
    const href = destination?.[1] === undefined ? null : hrefOf(destination[1]);
    const words = this.text.slice(bracket + 1, closer);
    if (!destination || href === null || showsNothing(words)) return null;
    const content = new InlineReader(words, this.shortcodes, false).read();
    return { end: DESTINATION.lastIndex, piece: { kind: 'link', href, content } };
  }

  private readShortcode(): void {
    const found = this.shortcodeAt(this.at);
    if (found) this.add(this.at, found.end, { kind: 'text', text: found.emoji });
    else this.at += 1;
  }

  /** Only where it is a word of its own: an address, a time or a name in code has colons as well. */
  private shortcodeAt(at: number): { end: number; emoji: string } | null {
    SHORTCODE.lastIndex = at;
    const emoji = this.shortcodes.get(SHORTCODE.exec(this.text)?.[1] ?? '');
    const end = SHORTCODE.lastIndex;
    if (emoji === undefined) return null;
    const before = characterBefore(this.text, at);
    const follows = before === ':' && this.from === at && at > 0;
    if ((before === ':' && !follows) || isFormulaCharacter(before)) return null;
    const after = characterAt(this.text, end);
    if (isFormulaCharacter(after) || (after === ':' && !/^:[a-z0-9_+-]+:/.test(this.text.slice(end, end + 42))))
      return null;
    return { end, emoji };
  }

  /** A backslash takes away the meaning of a marker that would have one, and is itself not seen then. Everywhere else it is a backslash. */
  private readEscape(): void {
    const marked = this.at + 1;
    switch (this.text.charAt(marked)) {
      case '*':
      case '_':
      case '~':
        this.readDelimiters(marked);
        break;
      case '`':
        this.readEscaped(escapedCode(this.text, marked, this.backticks));
        break;
      case '[':
        this.readEscaped(this.linkAt(marked) ? marked + 1 : null);
        break;
      case '!':
        this.readEscaped(this.linkAt(marked + 1) ? marked + 2 : null);
        break;
      case ':':
        this.readEscaped(this.shortcodeAt(marked)?.end ?? null);
        break;
      default:
        this.at = marked;
    }
  }

  private readEscaped(end: number | null): void {
    if (end === null) this.at += 1;
    else this.add(this.at, end, { kind: 'text', text: this.text.slice(this.at + 1, end) });
  }

  private readDelimiters(start: number): void {
    const piece = delimitersAt(this.text, start, start > this.at);
    this.add(this.at, start + piece.length, piece);
  }

  private add(start: number, end: number, piece: Piece): void {
    this.flush(start);
    this.pieces.push(piece);
    this.at = end;
    this.from = end;
  }

  private flush(end: number): void {
    if (end > this.from) this.pieces.push({ kind: 'text', text: this.text.slice(this.from, end) });
    this.from = end;
  }
}

function linkTo(href: string, text: string): Inline {
  return { kind: 'link', href, content: [{ kind: 'text', text }] };
}

/** Where each opening bracket is closed. */
function closersOfBrackets(text: string): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(index);
    else {
      const opener = open.pop();
      if (opener !== undefined) closers.set(opener, index);
    }
  }
  return closers;
}
