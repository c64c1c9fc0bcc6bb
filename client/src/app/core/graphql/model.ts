import type {
  EventFieldsFragment,
  FeedItemFieldsFragment,
  FileFieldsFragment,
  MemberEventFieldsFragment,
  MemberFieldsFragment,
  MessageFieldsFragment,
  PersonFieldsFragment,
  RoomChangeFieldsFragment,
  RoomFieldsFragment,
  ServerInfoFieldsFragment,
} from './generated';

export type { FeedMark, RoomChange, RoomRole, RoomVisibility, UserKind } from './generated';

export type Person = PersonFieldsFragment;
export type Room = RoomFieldsFragment;
export type Member = MemberFieldsFragment;
export type Message = MessageFieldsFragment;
export type StoredFile = FileFieldsFragment;
export type FeedItem = FeedItemFieldsFragment;
export type MemberEvent = MemberEventFieldsFragment;
export type RoomChangeEvent = RoomChangeFieldsFragment;
export type FeedEvent = EventFieldsFragment;
export type ServerInfo = ServerInfoFieldsFragment;
