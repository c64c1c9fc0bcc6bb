/** What the schema says in several places of arguments that mean the same in each. */
export const ROOM_OF_VIEWER =
  'A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other.';

export const AFTER_IN_LIST =
  "The `endCursor` of the page before, or any edge's cursor of this list; left out, the first page. BAD_CURSOR for a cursor of another list.";

export const PAGE_INFO = 'Whether there are more pages, and the cursors to ask for them with.';
