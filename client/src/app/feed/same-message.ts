import type { Message, Quote } from '../core/graphql/model';
import { isSamePerson } from './same-person';

/** Whether nothing of it would be drawn otherwise. What has not changed must stay the same object: it is then not rendered again. */
export function isSameMessage(a: Message, b: Message): boolean {
  return (
    a.body === b.body &&
    a.editedAt === b.editedAt &&
    a.deletedAt === b.deletedAt &&
    a.pinnedAt === b.pinnedAt &&
    isSamePerson(a.author, b.author) &&
    sameEach(a.reactions, b.reactions, (one, other) => one.emoji === other.emoji && one.count === other.count) &&
    isSameQuote(a.replyTo, b.replyTo) &&
    sameEach(
      a.attachments,
      b.attachments,
      (one, other) => one.id === other.id && one.thumbnailUrl === other.thumbnailUrl,
    )
  );
}

export function isSameQuote(a: Quote | null, b: Quote | null): boolean {
  if (a === null || b === null) return a === b;
  return a.id === b.id && a.body === b.body && a.deletedAt === b.deletedAt && isSamePerson(a.author, b.author);
}

function sameEach<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other !== undefined && isSame(one, other);
    })
  );
}
