import { withBlocked } from '../blocked-people';
import { withPerson } from '../changed-person';
import type { EventTable } from './event-table';

/** What people say of themselves, and whom the viewer does not want to hear from. */
export const peopleEvents = {
  UserChanged: (state, { changed }) => withPerson(state, changed),
  BlockedUsersChanged: (state, { userId, isBlocked }) => withBlocked(state, userId, isBlocked),
} satisfies EventTable;
