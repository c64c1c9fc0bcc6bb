import { GraphQLScalarType, Kind } from 'graphql';
import { Refusal } from '../errors/index.js';

/** A scalar does not know which argument it is the value of. */
class InvalidValue extends Refusal {
  constructor(sentence: string) {
    super('BAD_USER_INPUT', sentence);
  }
}

/** A moment, as its ISO 8601 text. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in UTC, ISO 8601 with milliseconds, e.g. 2026-11-21T18:53:00.000Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => {
    if (!(value instanceof Date)) throw new TypeError('A DateTime is made from a Date.');
    return value.toISOString();
  },
  parseValue: (value) => moment(value),
  parseLiteral: (node) => moment(node.kind === Kind.STRING ? node.value : undefined),
});

/** An opaque position; what is inside is known to the cursor's own maker alone. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: `An opaque position. Either a position in an event feed (FeedItem.cursor, Room.eventCursor, Viewer.eventCursor) or
in a connection (PageInfo, edges). Clients store and send it back; they never read or build one. A cursor that
the server did not make, or that is of another feed or list, is refused with code BAD_CURSOR; a feed position that the server can no
longer replay from (older than what it keeps, or of a log that a restore has replaced) with CURSOR_EXPIRED: read the current state, and go on
from there. A cursor names no person: rights are checked where it is used.`,
  serialize: String,
  parseValue: (value) => cursorText(value),
  parseLiteral: (node) => cursorText(node.kind === Kind.STRING ? node.value : undefined),
});

function moment(value: unknown): Date {
  const date = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw new InvalidValue('This is not a date and time in ISO 8601.');
  return date;
}

function cursorText(value: unknown): string {
  if (typeof value !== 'string') throw new InvalidValue('A cursor is a text that this server issued.');
  return value;
}
