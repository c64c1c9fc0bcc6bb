import type { File } from '../files/index.js';
import { type Message, plainTextOf } from '../messages/index.js';
import type { Stretch } from './days.js';
import { foldBody } from './folding.js';
import { hasImage, hasLink } from './message-facts.js';
import type { Content, Standing } from './search-query.js';
import { FACT, tokensOfWords } from './tokens.js';
import { isFoundIn } from './word-places.js';

/** A condition whose names and days have been looked up. */
export type Resolved =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'from'; readonly ids: readonly string[] }
  | { readonly kind: 'in'; readonly ids: readonly string[] }
  | { readonly kind: 'has'; readonly what: Content }
  | { readonly kind: 'is'; readonly what: Standing }
  | { readonly kind: 'during'; readonly stretch: Stretch };

export interface Wanted {
  readonly condition: Resolved;
  readonly isExcluded: boolean;
}

/** A message that may be a hit. */
export interface Candidate {
  /** Of the event that it began with: the order of hits. */
  readonly position: number;
  readonly message: Message;
  readonly files: readonly File[];
}

/** Whether a message is what is wanted, whatever the index says. */
export function isHit(wanted: readonly Wanted[], { message, files }: Candidate): boolean {
  // What is still being written is found once it is done.
  if (message.deletedAt !== null || message.streamState === 'STREAMING') return false;
  const body = plainTextOf(message.content) ?? '';
  const seen = { message, body, text: foldBody(body), media: files.map(({ mediaType }) => mediaType) };
  return wanted.every(({ condition, isExcluded }) => meets(condition, seen) !== isExcluded);
}

interface Seen {
  readonly message: Message;
  readonly body: string;
  readonly text: string;
  readonly media: readonly string[];
}

function meets(condition: Resolved, seen: Seen): boolean {
  switch (condition.kind) {
    case 'words':
      return isFoundIn(condition.text, seen.text);
    case 'from':
      return condition.ids.includes(seen.message.authorId);
    case 'in':
      return condition.ids.includes(seen.message.roomId);
    case 'has':
      return HAS[condition.what](seen);
    case 'is':
      return IS[condition.what](seen);
    case 'during': {
      const time = seen.message.createdAt.getTime();
      return time >= condition.stretch.from && time < condition.stretch.to;
    }
  }
}

const HAS: Readonly<Record<Content, (seen: Seen) => boolean>> = {
  file: ({ media }) => media.length > 0,
  image: ({ media }) => hasImage(media),
  link: ({ body }) => hasLink(body),
};

const IS: Readonly<Record<Standing, (seen: Seen) => boolean>> = {
  pinned: ({ message }) => message.pinnedAt !== null,
  thread: ({ message }) => message.threadId !== null,
};

/** What the index is asked: for messages that have all of the first, one of the second (where there are any) and none of the third. */
export interface Tokens {
  readonly all: readonly string[];
  readonly anyOf: readonly string[];
  readonly noneOf: readonly string[];
}

/** Every hit has these, where one is in one of these rooms; null for rooms that are too many to be named. */
export function tokensFor(wanted: readonly Wanted[], roomIds: readonly string[] | null): Tokens {
  const all = wanted.flatMap(({ condition, isExcluded }) => (isExcluded ? [] : tokensOf(condition)));
  const choices = [...wanted.flatMap(choiceOf), ...(roomIds ? [roomIds.map((id) => FACT.room(id))] : [])];
  const single = choices.filter((choice) => choice.length === 1).flat();
  // One choice is asked of the index; the fewer it leaves the better. What it is not asked, the messages themselves are.
  const [anyOf = []] = choices
    .filter((choice) => choice.length > 1)
    .toSorted((one, other) => one.length - other.length);
  const noneOf = wanted.flatMap(({ condition, isExcluded }) => (isExcluded ? tokensWithout(condition) : []));
  const asked = unique([...all, ...single]);
  // All messages have this one: to look for it beside others would be work for nothing.
  return { all: asked.length > 0 ? asked : [FACT.message], anyOf, noneOf: unique(noneOf) };
}

function tokensOf(condition: Resolved): readonly string[] {
  switch (condition.kind) {
    case 'words':
      return tokensOfWords(condition.text);
    case 'has':
    case 'is':
      return [FACT[condition.what]];
    case 'from':
    case 'in':
    case 'during':
      return [];
  }
}

function choiceOf({ condition, isExcluded }: Wanted): string[][] {
  if (isExcluded) return [];
  if (condition.kind === 'from') return [condition.ids.map((id) => FACT.author(id))];
  return condition.kind === 'in' ? [condition.ids.map((id) => FACT.room(id))] : [];
}

/** Tokens that no hit has. Of words there are none: others may have them too. */
function tokensWithout(condition: Resolved): readonly string[] {
  switch (condition.kind) {
    case 'has':
    case 'is':
      return [FACT[condition.what]];
    case 'from':
      return condition.ids.map((id) => FACT.author(id));
    case 'in':
      return condition.ids.map((id) => FACT.room(id));
    case 'words':
    case 'during':
      return [];
  }
}

/** When all of what is wanted was said. */
export function stretchOf(wanted: readonly Wanted[]): Stretch {
  const stretches = wanted.flatMap(({ condition, isExcluded }) =>
    condition.kind === 'during' && !isExcluded ? [condition.stretch] : [],
  );
  return {
    from: Math.max(-Infinity, ...stretches.map(({ from }) => from)),
    to: Math.min(Infinity, ...stretches.map(({ to }) => to)),
  };
}

/** The words to be marked in a hit. */
export function wordsIn(wanted: readonly Wanted[]): string[] {
  return wanted.flatMap(({ condition, isExcluded }) =>
    condition.kind === 'words' && !isExcluded ? [condition.text] : [],
  );
}

function unique(tokens: readonly string[]): string[] {
  return [...new Set(tokens)];
}
