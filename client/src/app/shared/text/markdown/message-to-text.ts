import type { Block, Inline, ListItem, Message } from '#markdown';

/** The words of a message without its markers, in one line. */
export function messageToText(message: Message): string {
  const text = message.kind === 'plain' ? message.text : blocks(message.blocks);
  return text.replace(/\s+/gu, ' ').trim();
}

function blocks(list: readonly Block[]): string {
  return list.map(block).join('\n');
}

function block(it: Block): string {
  switch (it.kind) {
    case 'paragraph':
    case 'heading':
      return inlines(it.content);
    case 'code':
      return it.text;
    case 'quote':
      return blocks(it.blocks);
    case 'list':
      return it.items.map((item) => numbered(item, it.delimiter ?? '') + blocks(item.blocks)).join('\n');
    case 'table':
      return it.rows.map((row) => row.map(inlines).join(' ')).join('\n');
  }
}

function numbered({ done, number }: ListItem, delimiter: string): string {
  if (done !== null) return done ? '☑ ' : '☐ ';
  return number === null ? '' : `${String(number)}${delimiter} `;
}

function inlines(content: readonly Inline[]): string {
  return content.map((it) => ('text' in it ? it.text : inlines(it.content))).join('');
}
