import { type Edit, type Selected, type Span, wordsOf } from './selected';

/** What is to be written over. */
const ADDRESS = 'https://';
const LINK = /\[([^[\]\n]*(?:\[[^[\]\n]*\][^[\]\n]*)*)\]\(([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/g;

/** Makes a link of the selected words, as far as the end of their line, or words of the link. What is typed next is what is missing: the address, or the words. */
export function toggleLink(selected: Selected): Edit {
  const { text } = selected;
  const link = linkAround(selected);
  if (link) {
    const kept = link.words === '' ? link.address : link.words;
    return { ...link.span, text: kept, selection: { from: link.span.from, to: link.span.from + kept.length } };
  }
  const { from, to } = wordsOf(selected);
  const words = (text.slice(from, to).split('\n')[0] ?? '').trimEnd();
  const span = { from, to: from + words.length };
  if (isAddress(words)) return { ...span, text: `[](${words})`, selection: { from: span.from + 1, to: span.from + 1 } };
  const start = span.from + words.length + 3;
  const selection =
    words === '' ? { from: span.from + 1, to: span.from + 1 } : { from: start, to: start + ADDRESS.length };
  return { ...span, text: `[${words}](${ADDRESS})`, selection };
}

export function isInLink(selected: Selected): boolean {
  return linkAround(selected) !== null;
}

function linkAround({ text, from, to }: Selected): { span: Span; words: string; address: string } | null {
  for (const { 0: whole, 1: words = '', 2: address = '', index } of text.matchAll(LINK)) {
    const span = { from: index, to: index + whole.length };
    // A caret at the edge of a link is not in it.
    const isIn = from === to ? from > span.from && to < span.to : from >= span.from && to <= span.to;
    if (isIn) return { span, words, address: address === ADDRESS && words === '' ? '' : address };
  }
  return null;
}

function isAddress(words: string): boolean {
  return /^(?:https?:\/\/|www\.|mailto:)\S+$/i.test(words);
}
