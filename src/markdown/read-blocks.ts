import type { Context, Found } from './block-reading.js';
import { hasWords } from './has-words.js';
import type { Block } from './message-tree.js';
import { readFence } from './read-fence.js';
import { readInline } from './read-inline.js';
import { readList } from './read-list.js';
import { readTable } from './read-table.js';

export class NestedTooDeep extends Error {}

const MAX_DEPTH = 8;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/;
/** A quote has a space behind its signs; more than two of them are a prompt or a mark of version control. */
const QUOTE = /^ {0,3}>{1,2}[ \t]+(?!>{3})(.*)$/;
const QUOTED = /^ {0,3}>(?:[ \t]|(?=>(?:[ \t]|$))|$)/;

export function readBlocks(lines: readonly string[], context: Context): Block[] {
  if (context.depth > MAX_DEPTH) throw new NestedTooDeep();
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push(paragraphOf(paragraph, context));
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const found = startsNothing(line) ? null : readBlock(lines, at, context);
    if (found) {
      endParagraph();
      blocks.push(found.block);
    } else if (/^\s*$/.test(line)) endParagraph();
    else paragraph.push(unescaped(lines, at, context));
    at = found?.next ?? at + 1;
  }
  endParagraph();
  return blocks;
}

function readBlock(lines: readonly string[], at: number, context: Context): Found | null {
  return (
    readFence(lines, at) ??
    readHeading(lines, at, context) ??
    readQuote(lines, at, context) ??
    readList(lines, at, context, readBlocks) ??
    readTable(lines, at, context)
  );
}

function readHeading(lines: readonly string[], at: number, { shortcodes }: Context): Found | null {
  const text = HEADING.exec(lines[at] ?? '')?.[1];
  if (text === undefined || !hasWords(text)) return null;
  return { block: { kind: 'heading', content: readInline(text, shortcodes) }, next: at + 1 };
}

/** A line after a quote that has no sign of its own is the answer to it. */
function readQuote(lines: readonly string[], at: number, context: Context): Found | null {
  const text = QUOTE.exec(lines[at] ?? '')?.[1];
  if (text === undefined || !(hasWords(text) || text.startsWith('```'))) return null;
  const quoted: string[] = [];
  let next = at;
  while (next < lines.length && QUOTED.test(lines[next] ?? '')) {
    quoted.push((lines[next] ?? '').replace(QUOTED, ''));
    next += 1;
  }
  return { block: { kind: 'quote', blocks: readBlocks(quoted, { ...context, depth: context.depth + 1 }) }, next };
}

function paragraphOf(lines: readonly string[], { shortcodes }: Context): Block {
  return { kind: 'paragraph', content: readInline(lines.join('\n'), shortcodes) };
}

/** Most lines begin like text: they need no closer look. */
function startsNothing(line: string): boolean {
  return !/^[ \t]*[-*•#>`\d]/.test(line) && !line.includes('|');
}

/** A backslash at the beginning of a line counts where the line would be no text without it. */
function unescaped(lines: readonly string[], at: number, context: Context): string {
  const line = lines[at] ?? '';
  const escape = /^( {0,3})\\(?=[-*•#>])/.exec(line);
  if (!escape) return line;
  const bare = (escape[1] ?? '') + line.slice(escape[0].length);
  return !startsNothing(bare) && readBlock([bare], 0, context) ? bare : line;
}
