import type {
  BanFieldsFragment,
  EventFieldsFragment,
  FaceFieldsFragment,
  FeedItemFieldsFragment,
  FileFieldsFragment,
  LinkPreviewFieldsFragment,
  MemberEventFieldsFragment,
  MemberFieldsFragment,
  MessageFieldsFragment,
  NoticeFieldsFragment,
  NotificationSettingsFieldsFragment,
  PersonFieldsFragment,
  QuoteFieldsFragment,
  ReadMessageFieldsFragment,
  RoomArrangementFieldsFragment,
  RoomChangeFieldsFragment,
  RoomFieldsFragment,
  MessagePageFieldsFragment,
  OpenThreadQuery,
  RoomViewerStateFieldsFragment,
  ThreadPageFieldsFragment,
  ThreadReadingFieldsFragment,
  ThreadSummaryFieldsFragment,
  ThreadViewerStateFieldsFragment,
  SavedMessageFieldsFragment,
  SearchMessagesQuery,
  ServerInfoFieldsFragment,
  StatusFieldsFragment,
  TimelineMessageFieldsFragment,
} from './generated';

export type {
  FeedMark,
  NotifyLevel,
  RoomChange,
  RoomKind,
  RoomOrder,
  RoomPosting,
  RoomRole,
  RoomVisibility,
  UserKind,
} from './generated';

export type Person = PersonFieldsFragment;
/** With what they are up to. */
export type Face = FaceFieldsFragment;
export type Status = StatusFieldsFragment;
export type RoomBan = BanFieldsFragment;
export type Room = RoomFieldsFragment;
export type RoomViewerState = RoomViewerStateFieldsFragment;
export type Member = MemberFieldsFragment;
export type Message = MessageFieldsFragment;
/** As it stands in a timeline: with what the pages say of themselves that it links to. */
export type ShownMessage = TimelineMessageFieldsFragment;
/** As somebody reads it: with what it is to them. */
export type ReadMessage = ReadMessageFieldsFragment;
/** As it stands on a page of a room: with the thread that hangs on it. */
export type PageMessage = MessagePageFieldsFragment['edges'][number]['node'];
/** How many replies a message has in its thread, by whom, and since when. */
export type ThreadSummary = ThreadSummaryFieldsFragment;
export type ThreadViewerState = ThreadViewerStateFieldsFragment;
/** What a thread is to the viewer, and its room of the same moment. */
export type ThreadReading = ThreadReadingFieldsFragment;
export type ThreadPage = ThreadPageFieldsFragment;
/** A thread as it is opened: the message that it hangs on, and what was said last. */
export type ThreadRead = OpenThreadQuery;
/** A message that another one answers, as it is now. */
export type Quote = QuoteFieldsFragment;
export type SavedMessage = SavedMessageFieldsFragment;
/** A message that was found, and a piece of it. */
export type SearchHit = SearchMessagesQuery['search']['nodes'][number];
/** What a page that a message links to says of itself. */
export type LinkPreview = LinkPreviewFieldsFragment;
/** What those who look after a room tell the viewer. */
export type ModeratorNotice = NoticeFieldsFragment;
/** What the viewer wants to be notified of, and when. */
export type NotificationSettings = NotificationSettingsFieldsFragment;
/** How the viewer's list of rooms is arranged. */
export type RoomArrangement = RoomArrangementFieldsFragment;
export type StoredFile = FileFieldsFragment;
export type FeedItem = FeedItemFieldsFragment;
export type MemberEvent = MemberEventFieldsFragment;
export type RoomChangeEvent = RoomChangeFieldsFragment;
export type FeedEvent = EventFieldsFragment;
export type ServerInfo = ServerInfoFieldsFragment;
