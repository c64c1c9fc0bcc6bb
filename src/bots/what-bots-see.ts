import type { BotGrant } from '../caller/index.js';
import { type LoggedEvent, roomToldOf } from '../log/index.js';

/** What every bot may ask for, whatever its token is for: nothing of it holds a message. */
const WITHOUT_MESSAGES = [
  ...['Query', 'Mutation', 'Subscription', 'Viewer', 'ServerInfo', 'ServerAccent', 'PageInfo'],
  ...['User', 'UserStatus', 'Bot', 'Room', 'RoomConnection', 'RoomEdge', 'File'],
  ...['RoomMember', 'RoomMemberConnection', 'RoomMemberEdge'],
  ...['FeedItem', 'Event', 'PersonalEvent', 'RoomEvent', 'MemberEvent'],
  ...['MemberJoined', 'MemberLeft', 'MemberRoleChanged', 'RoomChanged', 'RoomDeleted', 'UserChanged'],
  ...['PublicRoomAdded', 'PublicRoomChanged', 'PublicRoomRemoved'],
  ...['SendMessagePayload', 'EditMessagePayload', 'DeleteMessagePayload', 'AddReactionPayload'],
  ...['RemoveReactionPayload', 'PinMessagePayload', 'UnpinMessagePayload', 'SetTypingPayload', 'UploadFilePayload'],
  ...['AddMemberPayload', 'RemoveMemberPayload', 'BanMemberPayload', 'UnbanMemberPayload'],
  ...['UpdateRoomPayload', 'LeaveRoomPayload', 'RateLimit'],
  ...['StreamMessagePayload', 'Consumer', 'AcknowledgePayload', 'DeleteConsumerPayload'],
  // What is asked of the bot itself is no message of a room.
  ...['Command', 'SetCommandsPayload', 'CommandInvoked'],
] as const;

/** What holds messages, or tells of them: for tokens with MESSAGES_READ. */
const OF_MESSAGES = [
  // By an id alone a message can be found, too.
  ...['Node', 'Message', 'MessageConnection', 'MessageEdge', 'Reaction', 'LinkPreview', 'Thread', 'StreamPiece'],
  ...['SearchHit', 'SearchHitConnection', 'SearchHitEdge', 'ExcerptPart'],
  ...['MessageEvent', 'MessageSent', 'MessageEdited', 'MessageDeleted', 'MessagePinned', 'MessageUnpinned'],
  ...['ThreadMessageEvent', 'ThreadMessageSent', 'ThreadMessageEdited', 'ThreadMessageDeleted'],
  ...['ReactionAdded', 'ReactionRemoved', 'LinkPreviewsChanged'],
] as const;

/** All that is open to some bot. */
export const TYPES_OPEN_TO_BOTS: readonly string[] = [...WITHOUT_MESSAGES, ...OF_MESSAGES];

const ALL_WITHOUT_MESSAGES: ReadonlySet<string> = new Set(WITHOUT_MESSAGES);
const ALL_OF_MESSAGES: ReadonlySet<string> = new Set(OF_MESSAGES);

/** What a bot may ask of `viewer`: all else there belongs to people. */
const OPEN_OF_VIEWER: ReadonlySet<string> = new Set(['user', 'rooms', 'eventCursor']);

/**
 * What a bot needs in order to select something of a type of the schema. Whatever is not listed here is closed to all bots: a type that comes later is opened by whoever
 * has thought about what it shows.
 */
export function neededToSee(type: string): 'nothing' | 'MESSAGES_READ' | 'a person' {
  if (ALL_WITHOUT_MESSAGES.has(type)) return 'nothing';
  return ALL_OF_MESSAGES.has(type) ? 'MESSAGES_READ' : 'a person';
}

export function mayAskViewerFor(field: string): boolean {
  return OPEN_OF_VIEWER.has(field);
}

/** Whether an event of a bot's feed is for the token that it follows with, by its scopes and its rooms. */
export function isForToken({ scopes, roomIds }: BotGrant, event: LoggedEvent): boolean {
  const needed = neededToSee(event.type);
  if (needed === 'a person' || (needed === 'MESSAGES_READ' && !scopes.has('MESSAGES_READ'))) return false;
  if (roomIds === null) return true;
  // Of the bot's own events those that tell of one of these rooms; of the house's events none.
  const roomId = roomToldOf(event);
  return roomId !== undefined && roomIds.has(roomId);
}
