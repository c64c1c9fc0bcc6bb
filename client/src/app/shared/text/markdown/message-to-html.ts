import { classOfLanguage, languageNamed } from '../code/languages';
import type { Alignment, Block, CodeBlock, Inline, Link, List, ListItem, Message, Table } from '#markdown';
import { escapeHtml } from '../escape-html';
import { isEmojiOnly } from './emoji-only';

/** What a mention of whoever reads has as its target. */
export const ME = 'me';

/** Drawn only where it is near: a chunk of a long text. */
const CHUNK_LINES = 50;
/** Code of so many chunks is drawn as one. */
const MAX_CHUNKS_IN_ONE = 4;

/** Made so that nothing in it can run even before it is sanitised: all text is escaped, and links lead to web and mail addresses alone. */
export function messageToHtml(message: Message): string {
  if (message.kind === 'plain') return plain(message.text);
  const [only, ...others] = message.blocks;
  if (only?.kind === 'paragraph' && others.length === 0 && isEmojiOnly(wordsOf(only.content)))
    return `<p class="emoji-only">${inlines(only.content)}</p>`;
  return blocks(message.blocks, true);
}

function plain(text: string): string {
  return chunksOf(text)
    .map((chunk) => `<p class="plain">${escapeHtml(chunk)}</p>`)
    .join('');
}

function chunksOf(text: string): string[] {
  const lines = text.split('\n');
  return Array.from({ length: Math.ceil(lines.length / CHUNK_LINES) }, (_, index) =>
    lines.slice(index * CHUNK_LINES, (index + 1) * CHUNK_LINES).join('\n'),
  );
}

/** What stands outermost finds its own direction; the lines within find theirs by style. */
function blocks(list: readonly Block[], outermost: boolean): string {
  return list.map((it) => block(it, outermost ? ' dir="auto"' : '')).join('');
}

function block(it: Block, dir: string): string {
  switch (it.kind) {
    case 'paragraph':
      return dir === '' ? `<p>${inlines(it.content)}</p>` : paragraph(it.content, dir);
    case 'heading':
      // A message is not a document: its headings must not stand in the page's outline.
      return `<p${dir} class="heading"><strong>${inlines(it.content)}</strong></p>`;
    case 'code':
      return codeBlock(it);
    case 'quote':
      return `<blockquote${dir}>${blocks(it.blocks, false)}</blockquote>`;
    case 'list':
      return listBlock(it, dir);
    case 'table':
      return table(it, dir);
  }
}

/** One of very many lines in parts, of which only those that are near are laid out. */
function paragraph(content: readonly Inline[], dir: string): string {
  const parts = partsOf(content);
  if (parts.length === 1) return `<p${dir}>${inlines(content)}</p>`;
  return parts.map((part) => `<p${dir} class="plain">${inlines(part)}</p>`).join('');
}

/** Cut where a line ends that no mark goes on over. */
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

function codeBlock({ language, text }: CodeBlock): string {
  const name =
    language === null ? '' : `<div class="language">${escapeHtml(languageNamed(language)?.name ?? language)}</div>`;
  const known = language === null ? null : classOfLanguage(language);
  const chunks = chunksOf(text);
  const code =
    chunks.length > MAX_CHUNKS_IN_ONE
      ? chunks.map((chunk) => `<code class="chunk">${escapeHtml(chunk)}\n</code>`).join('')
      : `<code>${escapeHtml(text)}</code>`;
  return `<div class="code-block${known === null ? '' : ` ${escapeHtml(known)}`}">${name}<pre>${code}</pre></div>`;
}

function listBlock({ delimiter, items }: List, dir: string): string {
  if (delimiter === null) return `<ul${dir}>${items.map(item).join('')}</ul>`;
  const isLong = items.some(({ number }) => (number ?? 0) > 999);
  const classes = [delimiter === ')' ? 'bracketed' : '', isLong ? 'long-numbers' : ''].filter(Boolean).join(' ');
  return `<ol${dir}${classes === '' ? '' : ` class="${classes}"`}>${items.map(item).join('')}</ol>`;
}

function item({ blocks: inner, done, number }: ListItem): string {
  const [first, ...rest] = inner;
  const words = first?.kind === 'paragraph' ? inlines(first.content) + blocks(rest, false) : blocks(inner, false);
  if (done !== null)
    return `<li class="task"><span class="box" role="img" aria-label="${escapeHtml(done ? $localize`Done` : $localize`To do`)}">${done ? '☑' : '☐'}</span> ${words}</li>`;
  return `<li${number === null ? '' : ` value="${String(number)}"`}>${words}</li>`;
}

function table({ alignments, rows: [head = [], ...rows] }: Table, dir: string): string {
  const row = (cells: readonly (readonly Inline[])[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell, index) => `<${tag}${align(alignments[index])}>${inlines(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.length === 0 ? '' : `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody>`;
  return `<div class="table"><table${dir}><thead>${row(head, 'th')}</thead>${body}</table></div>`;
}

function align(alignment: Alignment | undefined): string {
  return alignment ? ` class="align-${alignment}"` : '';
}

function inlines(content: readonly Inline[]): string {
  return content.map(inline).join('');
}

function inline(it: Inline): string {
  switch (it.kind) {
    case 'text':
      return escapeHtml(it.text).replaceAll('\n', '<br>');
    case 'code':
      return `<code>${escapeHtml(it.text).replaceAll('\n', '<br>')}</code>`;
    case 'strong':
      return `<strong>${inlines(it.content)}</strong>`;
    case 'emphasis':
      return `<em>${inlines(it.content)}</em>`;
    case 'strike':
      return `<del>${inlines(it.content)}</del>`;
    case 'mention':
      return `<span class="mention${it.target === ME ? ' to-me' : ''}">${escapeHtml(it.text)}</span>`;
    case 'link':
      return `<a href="${escapeHtml(it.href)}" target="_blank" rel="noopener noreferrer nofollow"${isBare(it) ? ' class="bare"' : ''}>${inlines(it.content)}</a>`;
  }
}

/** The words of the link are its address: whoever reads them, also on paper, has read where it leads. */
function isBare({ href, content: [first, ...others] }: Link): boolean {
  if (first?.kind !== 'text' || others.length > 0) return false;
  return ['', 'http://', 'mailto:'].some((scheme) => href === scheme + first.text);
}

function wordsOf(content: readonly Inline[]): string {
  return content.map((it) => (it.kind === 'text' ? it.text : 'x')).join('');
}
