import { findNames, type FoundName } from './find-names.js';
import type { Block, Inline, Mention } from './message-tree.js';
import type { Message } from './read-message.js';

/** Whoever a name belongs to, where it is one. */
type WhoIs = (name: string) => string | null;

/** The names that a message calls somebody by, each as it may have been meant: the longest first. In code, quotes and addresses nobody is called. */
export function namesIn(message: Message): string[][] {
  const found: string[][] = [];
  const note: Reading = ({ names }) => {
    found.push([...names]);
    return null;
  };
  if (message.kind === 'blocks') message.blocks.forEach((block) => inBlock(block, note));
  return found;
}

/** The message with those whom it names. */
export function withMentions(message: Message, whoIs: WhoIs): Message {
  if (message.kind === 'plain') return message;
  const find: Reading = ({ sign, names }) => {
    for (const name of names) {
      const target = whoIs(name);
      if (target !== null) return { kind: 'mention', text: sign + name, target };
    }
    return null;
  };
  return { kind: 'blocks', blocks: message.blocks.map((block) => inBlock(block, find)) };
}

/** What a name that was found is, or null for a word. */
type Reading = (found: FoundName) => Mention | null;

function inBlock(block: Block, read: Reading): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: inLines(block.content, read) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map((it) => inBlock(it, read)) })),
      };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => inLines(cell, read))) };
    // Whoever is quoted has been called before; and code calls nobody.
    case 'quote':
    case 'code':
      return block;
  }
}

function inLines(content: readonly Inline[], read: Reading): Inline[] {
  return new LineReader(read).through(content);
}

/** Goes through the words of a block, and knows whether the line is indented like code that was pasted. */
class LineReader {
  private atLineStart = true;
  private isIndented = false;

  constructor(private readonly read: Reading) {}

  through(content: readonly Inline[]): Inline[] {
    return content.flatMap((it): Inline[] => {
      if (it.kind === 'text') return this.lines(it.text);
      this.atLineStart = false;
      return it.kind === 'strong' || it.kind === 'emphasis' || it.kind === 'strike'
        ? [{ ...it, content: this.through(it.content) }]
        : [it];
    });
  }

  private lines(text: string): Inline[] {
    const pieces = text.split(/(?<=\n)/).flatMap((line) => {
      if (this.atLineStart) this.isIndented = /^(?: {4}| {0,3}\t)/.test(line);
      this.atLineStart = line.endsWith('\n');
      return this.isIndented ? [line] : this.names(line);
    });
    return joined(pieces);
  }

  private names(line: string): (string | Mention)[] {
    const pieces: (string | Mention)[] = [];
    let from = 0;
    for (const found of findNames(line)) {
      const mention = this.read(found);
      if (!mention) continue;
      pieces.push(line.slice(from, found.start), mention);
      from = found.start + mention.text.length;
    }
    return [...pieces, line.slice(from)];
  }
}

function joined(pieces: readonly (string | Mention)[]): Inline[] {
  const result: Inline[] = [];
  let text = '';
  for (const piece of [...pieces, null]) {
    if (typeof piece === 'string') text += piece;
    else {
      if (text !== '') result.push({ kind: 'text', text });
      if (piece) result.push(piece);
      text = '';
    }
  }
  return result;
}
