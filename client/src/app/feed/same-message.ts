import type { LinkPreview, Message, Quote, ShownMessage } from '../core/graphql/model';
import { isSamePerson } from './same-person';

/** Whether nothing of it would be drawn otherwise. What has not changed must stay the same object: it is then not rendered again. */
export function isSameMessage(a: Message | ShownMessage, b: Message | ShownMessage): boolean {
  return (
    a.body === b.body &&
    a.editedAt === b.editedAt &&
    a.deletedAt === b.deletedAt &&
    a.isStreaming === b.isStreaming &&
    a.isBrokenOff === b.isBrokenOff &&
    a.pinnedAt === b.pinnedAt &&
    isSamePerson(a.author, b.author) &&
    sameEach(a.reactions, b.reactions, (one, other) => one.emoji === other.emoji && one.count === other.count) &&
    isSameQuote(a.replyTo, b.replyTo) &&
    isSamePreviews(previewsOf(a), previewsOf(b)) &&
    sameEach(
      a.attachments,
      b.attachments,
      (one, other) => one.id === other.id && one.thumbnailUrl === other.thumbnailUrl,
    )
  );
}

/** None where it is read for a list that shows none. */
function previewsOf(message: Message | ShownMessage): readonly LinkPreview[] {
  return 'linkPreviews' in message ? message.linkPreviews : [];
}

function isSamePreviews(some: readonly LinkPreview[], others: readonly LinkPreview[]): boolean {
  return sameEach(
    some,
    others,
    (one, other) => one.url === other.url && one.title === other.title && one.imageUrl === other.imageUrl,
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
