import type { Block, Inline, Shortcodes } from './message-tree.js';
import { NestedTooDeep, readBlocks } from './read-blocks.js';

/** What a message is: blocks with words in them, or, where that would take too much to draw, its plain text. */
export type Message =
  { readonly kind: 'blocks'; readonly blocks: readonly Block[] } | { readonly kind: 'plain'; readonly text: string };

/** Longer than the server takes: whatever else sends it, it is not gone through. */
const MAX_CHARACTERS = 20_000;
const MAX_PARTS = 600;
/** Marks in marks: a browser nests elements only so deep. */
const MAX_NESTING = 12;

export function readMessage(source: string, shortcodes: Shortcodes): Message {
  const text = source
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const plain = { kind: 'plain', text } as const;
  if (text.length > MAX_CHARACTERS) return plain;
  try {
    const blocks = readBlocks(text.split('\n'), { shortcodes, depth: 0 });
    return isWithinBounds(blocks) ? { kind: 'blocks', blocks } : plain;
  } catch (error) {
    if (error instanceof NestedTooDeep) return plain;
    throw error;
  }
}

function isWithinBounds(blocks: readonly Block[]): boolean {
  let parts = 0;
  const inlines = (content: readonly Inline[], nesting: number): boolean =>
    nesting <= MAX_NESTING &&
    content.every((it) => {
      parts += it.kind === 'text' ? it.text.split('\n').length : 1;
      return parts <= MAX_PARTS && (!('content' in it) || inlines(it.content, nesting + 1));
    });
  const fits = (block: Block): boolean => {
    parts += 1;
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return inlines(block.content, 0);
      case 'quote':
        return block.blocks.every(fits);
      case 'list':
        return block.items.every((item) => (parts += 1) <= MAX_PARTS && item.blocks.every(fits));
      case 'table':
        return block.rows.every((row) => row.every((cell) => (parts += 1) <= MAX_PARTS && inlines(cell, 0)));
      case 'code':
        return parts <= MAX_PARTS;
    }
  };
  return blocks.every(fits);
}
