import { withPerson } from '../changed-person';
import type { EventTable } from './event-table';

/** What people say of themselves. */
export const peopleEvents = {
  UserChanged: (state, { changed }) => withPerson(state, changed),
} satisfies EventTable;
