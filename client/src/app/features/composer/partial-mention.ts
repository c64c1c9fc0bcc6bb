import { foldForSearch } from '#rules';
import type { Person } from '../../core/graphql/model';
import type { PartialWord } from './completion';

/** Where a name can begin: as in src/markdown, and never within an address or a word. */
const BEFORE_CARET =
  /(?:^|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}@\uFF20/\\_.])([@\uFF20]((?:[\p{L}\p{M}\p{Nd}._'-]+ ?){0,3}))$/u;
const MAX_TYPED = 40;

/** The name that is being typed at the caret: part of a username, or of a display name of up to three words. */
export function partialMention(text: string, caret: number): PartialWord | null {
  const [, partial, typed] = BEFORE_CARET.exec(text.slice(Math.max(0, caret - MAX_TYPED - 2), caret)) ?? [];
  return partial === undefined || typed === undefined || /^ | {2}$/.test(typed)
    ? null
    : { start: caret - partial.length, typed };
}

/** Whether each word that was typed begins a word of somebody's names, folded as the server folds them: what it finds is not left out here. */
export function isMeant({ username, displayName }: Pick<Person, 'username' | 'displayName'>, typed: string): boolean {
  const words = foldForSearch(`${username} ${displayName}`).split(/[\s._-]+/);
  return foldForSearch(typed)
    .split(/[\s._-]+/)
    .every((piece) => words.some((word) => word.startsWith(piece)));
}
