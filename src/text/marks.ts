import { InvalidInput } from '../errors/index.js';

/**
 * More marks on one letter than any writing has, which would be drawn over the lines around. Of the marks that go with every script three
 * suffice, for Vietnamese and phonetics; Hebrew with accents, Burmese and Tibetan stack up to six of their own.
 */
const PILE =
  /((?:(?=\p{Script=Inherited})\p{M}){3})(?:(?=\p{Script=Inherited})\p{M})+|([\p{Mn}\p{Me}]{6})[\p{Mn}\p{Me}]+/gu;

/** Text for one line; refused where marks are piled up in it. */
export function withFewMarks(field: string, text: string): string {
  if (withoutPiles(text) !== text) throw new InvalidInput(field, 'There are too many marks on one letter.');
  return text;
}

/** The text with no more marks on a letter than can be written. */
export function withoutPiles(text: string): string {
  return text.replace(PILE, '$1$2');
}
