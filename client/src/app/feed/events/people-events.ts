import { withBlocked } from '../blocked-people';
import { withPerson } from '../changed-person';
import type { EventTable } from './event-table';

/** What people say of themselves, whom the viewer does not want to hear from, and what they may do on the server. */
export const peopleEvents = {
  UserChanged: (state, { changed }) => withPerson(state, changed),
  BlockedUsersChanged: (state, { userId, isBlocked }) => withBlocked(state, userId, isBlocked),
  AdministratorChanged: (state, { isAdministrator, openReportCount: openReports }) => ({
    ...state,
    isAdministrator,
    openReports,
  }),
} satisfies EventTable;
