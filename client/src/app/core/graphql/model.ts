import type {
  EventFieldsFragment,
  FeedItemFieldsFragment,
  FileFieldsFragment,
  MemberEventFieldsFragment,
  MemberFieldsFragment,
  MessageFieldsFragment,
  PersonFieldsFragment,
  QuoteFieldsFragment,
  ReadMessageFieldsFragment,
  RoomChangeFieldsFragment,
  RoomFieldsFragment,
  RoomViewerStateFieldsFragment,
  SavedMessageFieldsFragment,
  ServerInfoFieldsFragment,
} from './generated';

export type { FeedMark, NotifyLevel, RoomChange, RoomRole, RoomVisibility, UserKind } from './generated';

export type Person = PersonFieldsFragment;
export type Room = RoomFieldsFragment;
export type RoomViewerState = RoomViewerStateFieldsFragment;
export type Member = MemberFieldsFragment;
export type Message = MessageFieldsFragment;
/** As somebody reads it: with what it is to them. */
export type ReadMessage = ReadMessageFieldsFragment;
/** A message that another one answers, as it is now. */
export type Quote = QuoteFieldsFragment;
export type SavedMessage = SavedMessageFieldsFragment;
export type StoredFile = FileFieldsFragment;
export type FeedItem = FeedItemFieldsFragment;
export type MemberEvent = MemberEventFieldsFragment;
export type RoomChangeEvent = RoomChangeFieldsFragment;
export type FeedEvent = EventFieldsFragment;
export type ServerInfo = ServerInfoFieldsFragment;
