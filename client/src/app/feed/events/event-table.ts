import type { FeedEvent } from '../../core/graphql/model';
import type { ChatState } from '../chat-state';

export type EventKind = FeedEvent['__typename'];
export type EventOf<Kind extends EventKind> = Extract<FeedEvent, { __typename: Kind }>;
export type RoomEvent = Extract<FeedEvent, { seq: number }>;

export type Change<Kind extends EventKind> = (state: ChatState, event: EventOf<Kind>) => ChatState;

/** What each kind of event changes of what the page knows. A kind without an entry changes nothing. */
export type EventTable = { readonly [Kind in EventKind]?: Change<Kind> };
