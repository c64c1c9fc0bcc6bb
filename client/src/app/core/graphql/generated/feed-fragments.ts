// Written by scripts/codegen.mjs.

export const RoomFieldsFragmentDoc =
  'fragment RoomFields on Room{id kind name topic visibility posting slowModeSeconds keepMessagesDays archivedAt memberCount}';
export const MemberFieldsFragmentDoc = 'fragment MemberFields on RoomMember{user{...FaceFields}role joinedAt}';
export const MessageFieldsFragmentDoc =
  'fragment MessageFields on Message{id number seq author{...FaceFields}body createdAt editedAt deletedAt isStreaming isBrokenOff nonce mentions{id username}mentionsRoom attachments{...FileFields}pinnedAt reactions{emoji count}replyTo{...QuoteFields}thread{id}}';
export const LinkPreviewFieldsFragmentDoc =
  'fragment LinkPreviewFields on LinkPreview{url title description imageUrl imageWidth imageHeight}';
export const QuoteFieldsFragmentDoc =
  'fragment QuoteFields on Message{id number author{...PersonFields}body deletedAt attachments{name}}';
export const TimelineMessageFieldsFragmentDoc =
  'fragment TimelineMessageFields on Message{...MessageFields linkPreviews{...LinkPreviewFields}}';
export const ReadMessageFieldsFragmentDoc =
  'fragment ReadMessageFields on Message{...TimelineMessageFields viewerState{reactions isSaved}}';
export const FileFieldsFragmentDoc =
  'fragment FileFields on File{id name mediaType size url thumbnailUrl width height}';
export const MemberEventFieldsFragmentDoc =
  'fragment MemberEventFields on MemberEvent{__typename id seq at actor{...PersonFields}user{...PersonFields}...on MemberRoleChanged{role}}';
export const RoomChangeFieldsFragmentDoc =
  'fragment RoomChangeFields on RoomChanged{__typename id seq at actor{...PersonFields}changes visibility posting slowModeSeconds keepMessagesDays}';
export const MessagePageFieldsFragmentDoc =
  'fragment MessagePageFields on MessageConnection{memberEvents{...MemberEventFields}roomChanges{...RoomChangeFields}edges{cursor node{...ReadMessageFields startedThread{...ThreadSummaryFields}}}pageInfo{hasNextPage hasPreviousPage}}';
export const ThreadSummaryFieldsFragmentDoc =
  'fragment ThreadSummaryFields on Thread{id messageCount lastMessageAt participants(first:3){id displayName kind avatarUrl}}';
export const ThreadViewerStateFieldsFragmentDoc =
  'fragment ThreadViewerStateFields on ThreadViewerState{follows lastReadNumber unreadCount unreadMentionCount asOfSeq}';
export const ThreadPageFieldsFragmentDoc =
  'fragment ThreadPageFields on MessageConnection{edges{cursor node{...ReadMessageFields}}pageInfo{hasNextPage hasPreviousPage}}';
export const ThreadReadingFieldsFragmentDoc =
  'fragment ThreadReadingFields on Thread{id viewerState{...ThreadViewerStateFields}room{id viewerState{...RoomViewerStateFields}}}';
export const MemberPageFieldsFragmentDoc =
  'fragment MemberPageFields on RoomMemberConnection{nodes{...MemberFields}pageInfo{hasNextPage endCursor}}';
export const OwnRoomFieldsFragmentDoc =
  'fragment OwnRoomFields on Room{...RoomFields directUsers{...PersonFields}slowModeUntil openReportCount viewerMembership{role}viewerState{...RoomViewerStateFields}}';
export const RoomViewerStateFieldsFragmentDoc =
  'fragment RoomViewerStateFields on RoomViewerState{lastReadNumber unreadCount unreadMentionCount unreadThreadCount unreadThreadMentionCount asOfSeq notify isMuted mutedUntil isFavourite isClosed}';
export const OpenRoomFieldsFragmentDoc =
  'fragment OpenRoomFields on Room{...OwnRoomFields members(first:100){...MemberPageFields}messages(last:50){...MessagePageFields}}';
export const ViewerFieldsFragmentDoc =
  'fragment ViewerFields on Viewer{eventCursor isAdministrator openReportCount doNotDisturbUntil notificationSettings{...NotificationSettingsFields}roomArrangement{...RoomArrangementFields}user{...FaceFields timeZone}rooms(first:50){...OwnRoomPageFields}unreadThreads:threads(first:25 onlyUnread:true){nodes{...ThreadReadingFields}}blockedUsers(first:100){...BlockedPageFields}}';
export const NotificationSettingsFieldsFragmentDoc =
  'fragment NotificationSettingsFields on NotificationSettings{quietHours{from until days timeZone}keywords showsText}';
export const RoomArrangementFieldsFragmentDoc =
  'fragment RoomArrangementFields on RoomArrangement{order sections{id name roomIds}ownOrder}';
export const BlockedPageFieldsFragmentDoc =
  'fragment BlockedPageFields on UserConnection{nodes{id}pageInfo{hasNextPage endCursor}}';
export const RoomListFieldsFragmentDoc =
  'fragment RoomListFields on RoomConnection{nodes{...RoomFields}pageInfo{hasNextPage endCursor}}';
export const OwnRoomPageFieldsFragmentDoc =
  'fragment OwnRoomPageFields on RoomConnection{nodes{...OwnRoomFields}pageInfo{hasNextPage endCursor}}';
export const SavedMessageFieldsFragmentDoc = 'fragment SavedMessageFields on Message{...MessageFields room{id name}}';
export const NoticeFieldsFragmentDoc = 'fragment NoticeFields on Notice{id kind createdAt roomName messageId words}';
