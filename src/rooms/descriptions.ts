/** What the schema says in several places of arguments that mean the same in each. */
export const ROOM_OF_VIEWER =
  'A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other.';
