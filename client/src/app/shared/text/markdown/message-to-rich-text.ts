import { classOfLanguage, languageNamed } from '../code/languages';
import type { Alignment, Block, CodeBlock, Inline, Link, List, ListItem, Message, Table } from '#markdown';
import type { Attributes, RichElement, RichText, Tag } from '../rich-text';
import { isEmojiOnly } from './emoji-only';

/** The target of a mention of the reader. */
export const ME = 'me';

/** Drawn only where it is near: a chunk of a long text. */
const CHUNK_LINES = 50;
/** Code of up to so many chunks is drawn as one. */
const MAX_CHUNKS_IN_ONE = 4;

export function messageToRichText(message: Message): RichText {
  if (message.kind === 'plain') return plain(message.text);
  const [only, ...others] = message.blocks;
  if (only?.kind === 'paragraph' && others.length === 0 && isEmojiOnly(wordsOf(only.content)))
    return [element('p', { class: 'emoji-only' }, inlines(only.content))];
  return blocks(message.blocks, true);
}

function plain(text: string): RichText {
  return chunksOf(text).map((chunk) => element('p', { class: 'plain' }, [chunk]));
}

function chunksOf(text: string): string[] {
  const lines = text.split('\n');
  return Array.from({ length: Math.ceil(lines.length / CHUNK_LINES) }, (_, index) =>
    lines.slice(index * CHUNK_LINES, (index + 1) * CHUNK_LINES).join('\n'),
  );
}

/** What stands outermost finds its own direction; the lines within find theirs by style. */
function blocks(list: readonly Block[], outermost: boolean): RichText {
  return list.flatMap((it) => block(it, outermost ? { dir: 'auto' } : {}));
}

function block(it: Block, dir: Attributes): RichText {
  switch (it.kind) {
    case 'paragraph':
      return dir.dir === undefined ? [element('p', {}, inlines(it.content))] : paragraph(it.content, dir);
    case 'heading':
      // A message is not a document: its headings must not stand in the page's outline.
      return [element('p', { ...dir, class: 'heading' }, [element('strong', {}, inlines(it.content))])];
    case 'code':
      return [codeBlock(it)];
    case 'quote':
      return [element('blockquote', dir, blocks(it.blocks, false))];
    case 'list':
      return [listBlock(it, dir)];
    case 'table':
      return [table(it, dir)];
  }
}

/** One of very many lines in parts, of which only those that are near are laid out. */
function paragraph(content: readonly Inline[], dir: Attributes): RichText {
  const parts = partsOf(content);
  const attributes = parts.length === 1 ? dir : { ...dir, class: 'plain' };
  return parts.map((part) => element('p', attributes, inlines(part)));
}

/** Cut at ends of lines that lie within no mark. */
function partsOf(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  let lines = 0;
  for (const it of content) {
    if (it.kind !== 'text') {
      parts.at(-1)?.push(it);
      continue;
    }
    let words: string[] = [];
    for (const [index, line] of it.text.split('\n').entries()) {
      if (index > 0) lines += 1;
      if (lines === CHUNK_LINES) {
        parts.at(-1)?.push({ ...it, text: words.join('\n') });
        parts.push([]);
        words = [];
        lines = 0;
      }
      words.push(line);
    }
    parts.at(-1)?.push({ ...it, text: words.join('\n') });
  }
  return parts;
}

function codeBlock({ language, text }: CodeBlock): RichElement {
  const name =
    language === null ? [] : [element('div', { class: 'language' }, [languageNamed(language)?.name ?? language])];
  const known = language === null ? null : classOfLanguage(language);
  const chunks = chunksOf(text);
  const code =
    chunks.length > MAX_CHUNKS_IN_ONE
      ? chunks.map((chunk) => element('code', { class: 'chunk' }, [`${chunk}\n`]))
      : [element('code', {}, [text])];
  return element('div', { class: known === null ? 'code-block' : `code-block ${known}` }, [
    ...name,
    element('pre', {}, code),
  ]);
}

function listBlock({ delimiter, items }: List, dir: Attributes): RichElement {
  if (delimiter === null) return element('ul', dir, items.map(item));
  const isLong = items.some(({ number }) => (number ?? 0) > 999);
  const classes = [delimiter === ')' ? 'bracketed' : '', isLong ? 'long-numbers' : ''].filter(Boolean).join(' ');
  return element('ol', classes === '' ? dir : { ...dir, class: classes }, items.map(item));
}

function item({ blocks: inner, done, number }: ListItem): RichElement {
  const [first, ...rest] = inner;
  const words =
    first?.kind === 'paragraph' ? [...inlines(first.content), ...blocks(rest, false)] : blocks(inner, false);
  if (done === null) return element('li', number === null ? {} : { value: String(number) }, words);
  const box = element('span', { class: 'box', role: 'img', 'aria-label': done ? $localize`Done` : $localize`To do` }, [
    done ? '☑' : '☐',
  ]);
  return element('li', { class: 'task' }, [box, ' ', ...words]);
}

function table({ alignments, rows: [head = [], ...rows] }: Table, dir: Attributes): RichElement {
  const row = (cells: readonly (readonly Inline[])[], tag: 'th' | 'td'): RichElement =>
    element(
      'tr',
      {},
      cells.map((cell, index) => element(tag, aligned(alignments[index]), inlines(cell))),
    );
  const body = rows.map((cells) => row(cells, 'td'));
  return element('div', { class: 'table' }, [
    element('table', dir, [
      element('thead', {}, [row(head, 'th')]),
      ...(body.length === 0 ? [] : [element('tbody', {}, body)]),
    ]),
  ]);
}

function aligned(alignment: Alignment | undefined): Attributes {
  return alignment ? { class: `align-${alignment}` } : {};
}

function inlines(content: readonly Inline[]): RichText {
  return content.flatMap(inline);
}

function inline(it: Inline): RichText {
  switch (it.kind) {
    case 'text':
      return linesOf(it.text);
    case 'code':
      return [element('code', {}, linesOf(it.text))];
    case 'strong':
      return [element('strong', {}, inlines(it.content))];
    case 'emphasis':
      return [element('em', {}, inlines(it.content))];
    case 'strike':
      return [element('del', {}, inlines(it.content))];
    case 'mention':
      return [element('span', { class: it.target === ME ? 'mention to-me' : 'mention' }, [it.text])];
    case 'link': {
      const attributes = { href: it.href, target: '_blank', rel: 'noopener noreferrer nofollow' };
      return [element('a', isBare(it) ? { ...attributes, class: 'bare' } : attributes, inlines(it.content))];
    }
  }
}

function linesOf(text: string): RichText {
  return text.split('\n').flatMap((line, index) => {
    const words = line === '' ? [] : [line];
    return index === 0 ? words : [element('br', {}, []), ...words];
  });
}

function element(tag: Tag, attributes: Attributes, children: RichText): RichElement {
  return { tag, attributes, children };
}

/** The words of the link are its address: whoever reads them, also on paper, has read where it leads. */
function isBare({ href, content: [first, ...others] }: Link): boolean {
  if (first?.kind !== 'text' || others.length > 0) return false;
  return ['', 'http://', 'mailto:'].some((scheme) => href === scheme + first.text);
}

function wordsOf(content: readonly Inline[]): string {
  return content.map((it) => (it.kind === 'text' ? it.text : 'x')).join('');
}
