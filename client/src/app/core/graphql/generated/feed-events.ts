// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc, FaceFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import {
  RoomFieldsFragmentDoc,
  RoomViewerStateFieldsFragmentDoc,
  TimelineMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  LinkPreviewFieldsFragmentDoc,
  ThreadSummaryFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
  NotificationSettingsFieldsFragmentDoc,
  RoomArrangementFieldsFragmentDoc,
  NoticeFieldsFragmentDoc,
  SavedMessageFieldsFragmentDoc,
  MemberFieldsFragmentDoc,
} from './feed-fragments';
import type { EventsSubscription, EventsSubscriptionVariables } from './types';

export const FeedItemFieldsFragmentDoc = 'fragment FeedItemFields on FeedItem{cursor mark live event{...EventFields}}';
export const EventFieldsFragmentDoc =
  'fragment EventFields on Event{__typename id at actor{...PersonFields}...on RoomEvent{seq room{...RoomFields}}...on PublicRoomAdded{roomId listed:room{...RoomFields}}...on PublicRoomChanged{roomId listed:room{...RoomFields}}...on PublicRoomRemoved{roomId}...on RoomStateChanged{roomId state{...RoomViewerStateFields}}...on RoomChanged{changes visibility posting slowModeSeconds keepMessagesDays}...on RoomDeleted{roomId}...on MessageEvent{message{...TimelineMessageFields}}...on ThreadMessageEvent{message{...TimelineMessageFields}thread{...ThreadEventFields}}...on MessageSent{roomMention}...on MessageEdited{roomMention}...on MessageDeleted{roomMention}...on ThreadMessageSent{thread{id}}...on ThreadMessageEdited{thread{id}}...on ThreadMessageDeleted{thread{id}}...on ThreadStateChanged{roomId threadId threadState:state{...ThreadViewerStateFields}roomState{...RoomViewerStateFields}}...on UserChanged{changed:user{...FaceFields}}...on DoNotDisturbChanged{until}...on NotificationSettingsChanged{notificationSettings{...NotificationSettingsFields}}...on RoomsArranged{roomArrangement{...RoomArrangementFields}}...on BlockedUsersChanged{userId isBlocked}...on AdministratorChanged{isAdministrator openReportCount}...on ReportsChanged{roomId openReportCount openInRoomCount}...on NoticeReceived{notice{...NoticeFields}}...on SavedMessagesChanged{messageId isSaved saved:message{...SavedMessageFields}}...on MessagePinned{message{id}}...on MessageUnpinned{message{id}}...on LinkPreviewsChanged{message{id}}...on ReactionAdded{emoji}...on ReactionRemoved{emoji}...on MemberJoined{company:room{directUsers{...PersonFields}}user{...PersonFields}member{...MemberFields}}...on MemberLeft{user{...PersonFields}}...on MemberRoleChanged{role user{...PersonFields}member{...MemberFields}}}';
export const ThreadEventFieldsFragmentDoc =
  'fragment ThreadEventFields on Thread{...ThreadSummaryFields root{author{id}}}';
export const EventsDocument = /* @__PURE__ */ operation<EventsSubscription, EventsSubscriptionVariables>(
  'Events',
  'subscription Events($after:Cursor!){events(after:$after){...FeedItemFields}}',
  [
    FeedItemFieldsFragmentDoc,
    EventFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomFieldsFragmentDoc,
    RoomViewerStateFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
    ThreadEventFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
    ThreadViewerStateFieldsFragmentDoc,
    NotificationSettingsFieldsFragmentDoc,
    RoomArrangementFieldsFragmentDoc,
    NoticeFieldsFragmentDoc,
    SavedMessageFieldsFragmentDoc,
    MemberFieldsFragmentDoc,
  ],
);
