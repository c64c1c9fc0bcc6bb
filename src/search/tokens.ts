import { isOfSpacedWord, WHOLE_LENGTH } from './word-places.js';

/** What the index keeps of a message: of its words, and of what filters ask. */
export interface Facts {
  readonly roomId: string;
  readonly authorId: string;
  readonly isInThread: boolean;
  readonly isPinned: boolean;
  readonly hasFile: boolean;
  readonly hasImage: boolean;
  readonly hasLink: boolean;
}

/** Four characters and more each, so that none is taken for a piece of a word. */
export const FACT = {
  message: 'message',
  thread: 'thread',
  pinned: 'pinned',
  file: 'file',
  image: 'image',
  link: 'link',
  room: (id: string): string => `r${id.replaceAll('-', '')}`,
  author: (id: string): string => `a${id.replaceAll('-', '')}`,
} as const;

export function tokensOfFacts(facts: Facts): string[] {
  const found: (string | false)[] = [
    FACT.message,
    FACT.room(facts.roomId),
    FACT.author(facts.authorId),
    facts.isInThread && FACT.thread,
    facts.isPinned && FACT.pinned,
    facts.hasFile && FACT.file,
    facts.hasImage && FACT.image,
    facts.hasLink && FACT.link,
  ];
  return found.filter((token) => token !== false);
}

/** What a folded text is found by: every three characters in a row, and one and two where something short may be found. */
export function tokensOfText(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const run of encoded(text).split(' ')) addTokensOf(tokens, charactersOf(run));
  return tokens;
}

function addTokensOf(tokens: Set<string>, characters: ArrayLike<string>): void {
  let isBehindWord = false;
  for (let index = 0; index < characters.length; index += 1) {
    const first = characters[index] ?? '';
    const second = characters[index + 1];
    const third = characters[index + 2];
    const isOfWord = isOfSpacedWord(first);
    if (!isBehindWord || !isOfWord) {
      tokens.add(first);
      if (second !== undefined) tokens.add(first + second);
    }
    if (second !== undefined && third !== undefined) tokens.add(first + second + third);
    isBehindWord = isOfWord;
  }
}

/** Tokens that every text has in which these words are found. Others may have them too. */
export function tokensOfWords(words: string): string[] {
  const runs = encoded(words)
    .split(' ')
    .filter((run) => run !== '');
  return runs.flatMap((run, index) => tokensOfRun(Array.from(run), index === 0 && runs.length > 1));
}

/** Enough to narrow a long word down. */
const MAX_TOKENS = 6;

/** `isCut`: it may be the end of a longer run, and what is found at the start of words alone may not be found there. */
function tokensOfRun(characters: readonly string[], isCut: boolean): string[] {
  const last = characters.length - WHOLE_LENGTH;
  if (last < 0) return isCut && isOfSpacedWord(characters[0] ?? '') ? [] : [characters.join('')];
  // Every other one: each is a long list to go through, and few messages have these and not the ones between.
  const step = Math.max(2, Math.ceil(last / (MAX_TOKENS - 1)));
  const starts = Array.from({ length: Math.floor(last / step) + 1 }, (_, place) => place * step);
  return [...new Set([...starts, last])].map((at) => characters.slice(at, at + WHOLE_LENGTH).join(''));
}

/** Most texts have no character that takes two units: they are their own list of characters. */
function charactersOf(run: string): ArrayLike<string> {
  return /[\uD800-\uDFFF]/.test(run) ? Array.from(run) : run;
}

/** As both databases keep it: where an index of words would part them, tokens have characters of nobody's, which are no part of a word either. */
function encoded(text: string): string {
  return text.replace(/[^\da-z \u{80}-\u{10FFFF}]/gu, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
}
