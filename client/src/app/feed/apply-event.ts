import type { FeedEvent } from '../core/graphql/model';
import { withActivityEvent } from './activity';
import type { ChatState } from './chat-state';
import type { Change, EventKind, EventOf, EventTable } from './events/event-table';
import { memberEvents } from './events/member-events';
import { messageEvents } from './events/message-events';
import { notificationEvents } from './events/notification-events';
import { peopleEvents } from './events/people-events';
import { reportEvents } from './events/report-events';
import { roomEvents } from './events/room-events';
import { threadEvents } from './events/thread-events';

/** A new kind of event is one entry in the file of its noun. */
const table: EventTable = {
  ...messageEvents,
  ...memberEvents,
  ...threadEvents,
  ...roomEvents,
  ...peopleEvents,
  ...reportEvents,
  ...notificationEvents,
};

/** What the page knows after an event. Applying one twice changes nothing; one of an unknown kind is passed over. */
export function applyEvent(state: ChatState, event: FeedEvent): ChatState {
  return withActivityEvent(changed(state, event), event);
}

function changed<Kind extends EventKind>(state: ChatState, event: EventOf<Kind>): ChatState {
  const change: Change<Kind> | undefined = table[event.__typename];
  return change ? change(state, event) : state;
}
