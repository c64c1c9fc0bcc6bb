import { ARRANGEMENT, type Arrangement } from '../people/arrangement.js';
import { EMAIL_NOTIFICATIONS, type EmailAddress, type EmailNotifications } from '../people/email.js';
import { SETTINGS, type Wishes } from '../people/notifications.js';
import { type RoomState, STATE } from '../people/reading.js';
import { STATE_OF_THREAD, type ThreadState } from '../people/threads.js';
import type { Subscription } from '../sockets/socket.js';

export interface FeedItem {
  readonly cursor: string;
  readonly live: boolean;
  readonly mark: 'OPENED' | 'CAUGHT_UP' | 'QUIET' | null;
  readonly event: FeedEvent | null;
}

export interface FeedEvent {
  readonly __typename: string;
  readonly id: string;
  readonly seq?: number;
  readonly room?: { readonly id: string };
  readonly actor: { readonly id: string } | null;
  readonly roomId?: string;
  readonly threadId?: string;
  readonly sessionId?: string;
  readonly state?: RoomState | null;
  readonly threadState?: ThreadState | null;
  readonly roomState?: RoomState | null;
  readonly changes?: readonly string[];
  readonly emoji?: string;
  readonly messageId?: string;
  readonly isSaved?: boolean;
  readonly userId?: string;
  readonly isBlocked?: boolean;
  readonly until?: string | null;
  readonly notificationSettings?: Wishes;
  readonly roomArrangement?: Arrangement;
  readonly emailAddress?: Pick<EmailAddress, 'address' | 'pendingAddress'> | null;
  readonly emailNotifications?: EmailNotifications;
  readonly user?: { readonly id: string };
  readonly changed?: { readonly id: string; readonly displayName: string; readonly avatarUrl: string | null };
  readonly message?: { readonly id: string; readonly number: number; readonly body: string };
  readonly thread?: { readonly id: string; readonly messageCount: number };
  readonly openReportCount?: number;
  readonly openInRoomCount?: number | null;
  readonly isAdministrator?: boolean;
  readonly notice?: { readonly kind: string; readonly words: string | null } | null;
  readonly saved?: { readonly id: string; readonly body: string } | null;
}

const ITEM = `cursor live mark event { __typename id actor { id } ... on RoomEvent { seq room { id } }
  ... on PublicRoomAdded { roomId } ... on PublicRoomChanged { roomId } ... on PublicRoomRemoved { roomId }
  ... on RoomStateChanged { roomId state { ${STATE} } } ... on RoomChanged { changes } ... on RoomDeleted { roomId }
  ... on ThreadStateChanged { roomId threadId threadState: state { ${STATE_OF_THREAD} } roomState { ${STATE} } }
  ... on UserChanged { changed: user { id displayName avatarUrl } }
  ... on AdministratorChanged { isAdministrator openReportCount }
  ... on ReportsChanged { roomId openReportCount openInRoomCount } ... on NoticeReceived { notice { kind words } }
  ... on BlockedUsersChanged { userId isBlocked } ... on DoNotDisturbChanged { until }
  ... on NotificationSettingsChanged { notificationSettings { ${SETTINGS} } }
  ... on RoomsArranged { roomArrangement { ${ARRANGEMENT} } }
  ... on EmailAddressChanged { emailAddress { address pendingAddress } }
  ... on EmailNotificationsChanged { emailNotifications { ${EMAIL_NOTIFICATIONS} } }
  ... on SavedMessagesChanged { messageId isSaved saved: message { id body } }
  ... on ReactionAdded { emoji } ... on ReactionRemoved { emoji } ... on SessionEvent { sessionId }
  ... on MemberEvent { user { id } } ... on MessageEvent { message { id number body } }
  ... on ThreadMessageEvent { message { id number body } thread { id messageCount } } }`;

export const ROOM_EVENTS = `subscription ($roomId: ID!, $after: Cursor) { roomEvents(roomId: $roomId, after: $after) { ${ITEM} } }`;
export const ALL_EVENTS = `subscription ($after: Cursor) { events(after: $after) { ${ITEM} } }`;
export const PAGE_OF_EVENTS = `query ($after: Cursor!, $first: Int, $roomId: ID) { events(after: $after, first: $first, roomId: $roomId) { ${ITEM} } }`;

/** Whichever of the two feeds it is. */
export interface FeedAnswer {
  readonly roomEvents?: FeedItem;
  readonly events?: FeedItem;
}

export function itemOf({ roomEvents, events }: FeedAnswer): FeedItem {
  const item = roomEvents ?? events;
  if (!item) throw new Error('This answer holds no feed item.');
  return item;
}

/** Reads a feed until an event or mark satisfies the condition; gives back all items up to it. */
export async function readUntil(
  feed: Subscription<FeedAnswer>,
  condition: (item: FeedItem) => boolean,
): Promise<FeedItem[]> {
  return (await feed.until((answer) => condition(itemOf(answer)))).map(itemOf);
}
