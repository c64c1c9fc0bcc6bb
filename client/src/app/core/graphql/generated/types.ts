// Written by scripts/codegen.mjs.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which invitation. */
export type AcceptInvitationInput = {
  /** The `code` of an invitation. NOT_FOUND where it is spent, revoked or past its time. */
  readonly code: string;
};

/** Which accounts an administrator looks through. */
export type AccountFilter =
  /** Those who administer the server. */
  | 'ADMINISTRATORS'
  /** Those who are kept out. */
  | 'DISABLED'
  /** All of them: people, guests whose visit lasts, and programs. */
  | 'EVERYBODY'
  /** Those who entered with only a nickname, and whose visit lasts. */
  | 'GUESTS'
  /** Those who registered. */
  | 'PEOPLE';

/** Who, and into which room. */
export type AddMemberInput = {
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Whom to add; NOT_FOUND where there is nobody, FORBIDDEN for a guest and a private room, and for a bot whose owner is not in the room. */
  readonly userId: string;
};

/** What to react with, and to which message. */
export type AddReactionInput = {
  /** One emoji of those that Unicode recommends for interchange (RGI), skin tones included; written without its variation selectors it is taken for the same. BAD_USER_INPUT for anything else. */
  readonly emoji: string;
  /** A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one that is deleted. */
  readonly messageId: string;
};

/** Which room to archive. */
export type ArchiveRoomInput = {
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
};

/** What an entry of the audit log is about. */
export type AuditAction =
  /** The subject's account was deleted, by themselves or by an administrator; `detail` says whether their messages went as well. */
  | 'ACCOUNT_DELETED'
  /** Somebody who was signed in gave a wrong password when they tried to delete their account. */
  | 'ACCOUNT_DELETION_REFUSED'
  /** An administrator disabled the account of the subject, who was signed out everywhere. */
  | 'ACCOUNT_DISABLED'
  /** An administrator lets the subject sign in again. */
  | 'ACCOUNT_ENABLED'
  /** The subject became an administrator. */
  | 'ADMINISTRATOR_APPOINTED'
  /** The subject is no longer an administrator. */
  | 'ADMINISTRATOR_DISMISSED'
  /** Somebody made a bot, the subject, and answers for it. */
  | 'BOT_CREATED'
  /** The owner of a bot, the subject, or an administrator disabled it; all of its tokens were revoked. */
  | 'BOT_DISABLED'
  /** The owner of a bot, the subject, made a token for it; `detail` says what it is called and what it opens. */
  | 'BOT_TOKEN_CREATED'
  /** The owner of a bot, the subject, or an administrator revoked one of its tokens; `detail` says what it was called. */
  | 'BOT_TOKEN_REVOKED'
  /** Somebody who was signed in gave a wrong password when they tried to change their e-mail address. */
  | 'EMAIL_ADDRESS_CHANGE_REFUSED'
  /** Somebody followed the link that makes an e-mail address that of the subject. Which one is not kept. */
  | 'EMAIL_ADDRESS_CONFIRMED'
  /** The subject has no e-mail address any more. */
  | 'EMAIL_ADDRESS_REMOVED'
  /** Somebody entered with only a nickname. */
  | 'GUEST_ENTERED'
  /** The owner or a moderator of a room made an incoming webhook, by which other services post there as a bot, the subject; `detail` says what it is called. */
  | 'INCOMING_WEBHOOK_CREATED'
  /** An incoming webhook was deleted; `detail` says what it was called. */
  | 'INCOMING_WEBHOOK_DELETED'
  /** Somebody came by an invitation; `subject` is who had given it. */
  | 'INVITATION_ACCEPTED'
  /** Somebody made a link by which others come into a room, or to the server. */
  | 'INVITATION_CREATED'
  /** Somebody ended an invitation. */
  | 'INVITATION_REVOKED'
  /** The subject was banned from a room by its owner or a moderator. */
  | 'MEMBER_BANNED'
  /** The subject was removed from a room by its owner or a moderator; `detail` where it was because they are a guest and the room was made private. */
  | 'MEMBER_REMOVED'
  /** The subject's role in a room changed; `detail` says from what to what. */
  | 'MEMBER_ROLE_CHANGED'
  /** The owner or a moderator of a room lifted the subject's ban. */
  | 'MEMBER_UNBANNED'
  /** The owner or a moderator of a room, or an administrator by a report, deleted the subject's message. */
  | 'MESSAGE_DELETED'
  /** Somebody reported the subject's message to those who look after its room. */
  | 'MESSAGE_REPORTED'
  /** Somebody changed their password. */
  | 'PASSWORD_CHANGED'
  /** Somebody who was signed in gave a wrong current password when they tried to change it. */
  | 'PASSWORD_CHANGE_REFUSED'
  /** Somebody chose a new password for the subject with a link; `detail` says whether it came from an administrator or by e-mail. */
  | 'PASSWORD_RESET'
  /** An administrator made a link by which the subject can choose a new password. The link itself is kept nowhere. */
  | 'PASSWORD_RESET_CREATED'
  /** Somebody had a link to a new password sent to the e-mail address of the subject. */
  | 'PASSWORD_RESET_REQUESTED'
  /** Somebody created an account, and was signed in. */
  | 'REGISTERED'
  /** Somebody dealt with what was reported of the subject; `detail` says how, as in 'message deleted, author warned', or 'dismissed'. */
  | 'REPORT_CLOSED'
  /** A room was archived by its owner. */
  | 'ROOM_ARCHIVED'
  /** A room has another name or topic, was made public or private, or has other rules for posting; `detail` says which, as in "name, topic, PUBLIC to PRIVATE". */
  | 'ROOM_CHANGED'
  /** A room was deleted by its owner, with all that was said in it; `detail` says how many members and messages it had. */
  | 'ROOM_DELETED'
  /** A room was taken out of the archive by its owner. */
  | 'ROOM_UNARCHIVED'
  /** An administrator changed what the server is called or how it looks; `detail` says which, as in "name, colors". */
  | 'SERVER_CHANGED'
  /** An administrator signed the subject out everywhere. */
  | 'SESSIONS_ENDED'
  /** A session ended; `detail` says how. */
  | 'SESSION_ENDED'
  /** Somebody who was signed in entered a wrong setup code. */
  | 'SETUP_CODE_REFUSED'
  /** Somebody signed in with their password. */
  | 'SIGNED_IN'
  /** Somebody could not sign in. `subject` is the account that they tried; null where nobody has that username, which itself is not kept: people type passwords there. */
  | 'SIGN_IN_REFUSED'
  /** The owner of a bot, the subject, changed where one of its webhooks posts, what it sends, or its secret; `detail` is the name of that server. */
  | 'WEBHOOK_CHANGED'
  /** The owner of a bot, the subject, made a webhook that posts what the bot sees to another server; `detail` is the name of that server. */
  | 'WEBHOOK_CREATED'
  /** The owner of a bot, the subject, or an administrator deleted one of its webhooks; `detail` is the name of the server that it posted to. */
  | 'WEBHOOK_DELETED';

/** Whom to ban from which room. */
export type BanMemberInput = {
  /** Why, for the owner and the moderators, who read it in `Room.bans`: up to 250 characters. Whoever is banned is not told. */
  readonly reason?: string | null | undefined;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Somebody who is in the room, or not. FORBIDDEN for its owner, and for a moderator unless the viewer owns the room; NOT_FOUND where there is nobody. */
  readonly userId: string;
};

/** The setup code, which only those who run the server can read. */
export type BecomeAdministratorInput = {
  /** The setup code that the server printed when it started. FORBIDDEN where it is wrong, or has been used. */
  readonly code: string;
};

/** Whom to block. */
export type BlockUserInput = {
  /** Anybody but the viewer, who is BAD_USER_INPUT; NOT_FOUND where there is nobody. */
  readonly userId: string;
};

/**
 * What a token opens. Every token may look at its bot's rooms and who is in them; what no scope opens takes a person who is signed in: FORBIDDEN. A token for some rooms gets no events
 * of the house, such as those of public rooms. A subscription is executed once for all bots that ask alike with the same scopes.
 */
export type BotScope =
  /** The feed of events, and consumers. */
  | 'EVENTS_READ'
  /** Uploading files. */
  | 'FILES_WRITE'
  /** Adding and removing members, banning them, and lifting bans, as far as its role in the room goes. */
  | 'MEMBERS_WRITE'
  /** Messages: without it there is no event and no field that holds one, no file of one, and no search. An operation that selects one is FORBIDDEN as a whole, and does nothing. */
  | 'MESSAGES_READ'
  /** Posting, changing and deleting messages, reactions, pins and typing. */
  | 'MESSAGES_WRITE'
  /** Changing rooms, as far as its role in them goes, and leaving them. */
  | 'ROOMS_WRITE';

/** The old password and the new one. */
export type ChangePasswordInput = {
  /** The current password; a wrong one is BAD_USER_INPUT. Case matters. */
  readonly currentPassword: string;
  /** 8 to 256 characters, compared in NFC; not the username, and none of those that are guessed first. */
  readonly newPassword: string;
};

/** Which room to take out of the viewer's list. */
export type CloseDirectRoomInput = {
  /** A room that the viewer is in, else NOT_FOUND; FORBIDDEN for one that is not DIRECT. */
  readonly roomId: string;
};

/** What to do about a report. */
export type CloseReportInput = {
  /** What to do, all of it or nothing; an empty list dismisses the report. BANNED_AUTHOR is FORBIDDEN in a DIRECT room, for the owner of the room, and for a moderator unless the viewer is its owner or an administrator. */
  readonly actions: ReadonlyArray<ReportAction>;
  /** A report that the viewer may see, else NOT_FOUND. */
  readonly reportId: string;
  /** With WARNED_AUTHOR what the author reads, 1 to 500 characters; without it nothing. */
  readonly warning?: string | null | undefined;
};

/** The link that was sent to an address. */
export type ConfirmEmailAddressInput = {
  /** The last part of the link. NOT_FOUND where it was used, replaced, or is past its time. */
  readonly token: string;
};

/** What a new bot is called, and what it is for. */
export type CreateBotInput = {
  /** What it is for, in words for people: up to 500 characters. */
  readonly description?: string | null | undefined;
  /** What people read, 1 to 64 characters; the username where it is left out. */
  readonly displayName?: string | null | undefined;
  /** Like a person's: unique, 2 to 32 characters. One that is taken is CONFLICT. */
  readonly username: string;
};

/** For which bot, and what it is to open. */
export type CreateBotTokenInput = {
  /** The `id` of a bot of the viewer: nobody else makes tokens for it. */
  readonly botId: string;
  /** When it runs out by itself, in the future; never where it is left out. Sockets and streams that are open end then. */
  readonly expiresAt?: string | null | undefined;
  /** What its owner knows it by, 1 to 64 characters: where it is used, for instance. */
  readonly name: string;
  /** The rooms that it is for, up to 50 that the viewer is in; all rooms of the bot where it is left out. */
  readonly roomIds?: ReadonlyArray<string> | null | undefined;
  /** At least one. */
  readonly scopes: ReadonlyArray<BotScope>;
};

/** Where other services are to post. */
export type CreateIncomingWebhookInput = {
  /** What it is called, 1 to 64 characters: its messages have this name. */
  readonly name: string;
  /** A room that the viewer owns or moderates. */
  readonly roomId: string;
};

/** Whom to let in where, and for how long. */
export type CreateInvitationInput = {
  /** Whether it makes accounts also where registration is off: FORBIDDEN but for administrators. */
  readonly allowsRegistration?: boolean | null | undefined;
  /** When it ends: within a year. Seven days from now where it is left out; null for no end. */
  readonly expiresAt?: string | null | undefined;
  /** A room that the viewer may add people to. Left out, it leads to the server: for administrators. */
  readonly roomId?: string | null | undefined;
  /** How many people can follow it: 1 to 10,000. Any number where it is left out. */
  readonly uses?: number | null | undefined;
};

/** Who may choose a new password. */
export type CreatePasswordResetInput = {
  /** Somebody with a password: NOT_FOUND where there is nobody, FORBIDDEN for guests and programs, and while the account is disabled. */
  readonly userId: string;
};

/** A new room. */
export type CreateRoomInput = {
  /** 1 to 80 characters, in one line. */
  readonly name: string;
  /**
   * 1 to 64 characters that the viewer has not used for a room before; a UUID serves. The same nonce and input give back the first room, for ever,
   * and make no second one. With another input it is CONFLICT, whose `extensions.roomId` names the room that stands.
   */
  readonly nonce?: string | null | undefined;
  /** Up to 250 characters. */
  readonly topic?: string | null | undefined;
  /** Who may see it. */
  readonly visibility?: RoomVisibility | null | undefined;
};

/** A new section of the list of rooms. */
export type CreateRoomSectionInput = {
  /** 1 to 50 characters in one line, BAD_USER_INPUT otherwise. */
  readonly name: string;
};

/** What is posted where. */
export type CreateWebhookInput = {
  /** A bot of the viewer: what it sees is posted. */
  readonly botId: string;
  /** Which events; the viewer in it is the bot. Empty, all. */
  readonly filter: EventFilter;
  /** What is sent of each event: a GraphQL selection of `Event` such as `{ __typename id at ... on MessageSent { room { id } message { body author { username } } } }`, up to 4,000 characters. It is checked as an operation of a bot: BAD_USER_INPUT where it would be refused. It has no variables. */
  readonly selection: string;
  /** Where to post: https and a public address, at one of the ports that the server allows, up to 2,048 characters. Whoever runs the server can allow hosts of their own network, also by http. */
  readonly url: string;
};

/** Proof that it is meant, and what goes with the viewer's account. */
export type DeleteAccountInput = {
  /** The viewer's password; a wrong one is BAD_USER_INPUT. Case matters. */
  readonly password: string;
  /** Whether everything that the viewer has written goes as well, in all rooms, with its files. Otherwise it stays, under a name that says that its author is gone. */
  readonly withMessages?: boolean | null | undefined;
};

/** Which incoming webhook. */
export type DeleteIncomingWebhookInput = {
  /** One of a bot of the viewer, or of anybody for an administrator. Twice is NOT_FOUND. */
  readonly webhookId: string;
};

/** Which message. */
export type DeleteMessageInput = {
  /** One of the viewer's own, or of a room that they moderate: FORBIDDEN for any other, NOT_FOUND outside the viewer's rooms. Twice is no error. */
  readonly messageId: string;
};

/** Which room to delete. */
export type DeleteRoomInput = {
  /** The name of the room as it is now, typed once more so that it is meant: letter for letter, but for spaces around it. Any other is BAD_USER_INPUT. */
  readonly name: string;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
};

/** A section that is not wanted any more. */
export type DeleteRoomSectionInput = {
  /** A section of the viewer, else NOT_FOUND. */
  readonly sectionId: string;
};

/** Whose account to delete, and what goes with it. */
export type DeleteUserInput = {
  /** A person, a guest or a bot, also a guest whose stay has ended; NOT_FOUND where there is nobody. One that was deleted before is no error: with `withMessages` its messages go now. */
  readonly userId: string;
  /** Whether everything that they have written goes as well, in all rooms, with its files. */
  readonly withMessages?: boolean | null | undefined;
};

/** Which webhook. */
export type DeleteWebhookInput = {
  /** A webhook of a bot of the viewer, or of anybody for an administrator. Twice is NOT_FOUND. */
  readonly webhookId: string;
};

/** How far a delivery has come. */
export type DeliveryState =
  /** It is not tried any more, and what comes after it in its room goes on. `redeliver` sends it. */
  | 'DEAD'
  /** The receiver answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It is to be sent: for the first time, or again, or once an earlier one of its room is over. */
  | 'PENDING';

/** Who is kept out. */
export type DisableAccountInput = {
  /** Somebody with a password: NOT_FOUND where there is nobody, FORBIDDEN for oneself, guests and programs. One that is disabled already is no error. */
  readonly userId: string;
};

/** Which bot. */
export type DisableBotInput = {
  /** The `id` of a bot of the viewer, or of anybody for an administrator. Twice is no error. */
  readonly botId: string;
};

/** What a message is to say instead. */
export type EditMessageInput = {
  /** Up to 8,000 characters of Markdown. Something in it must be visible, unless a file is attached: spaces, marks and characters without width alone are no message. */
  readonly body: string;
  /** One of the viewer's own: FORBIDDEN for somebody else's or one that is deleted, NOT_FOUND outside the viewer's rooms. */
  readonly messageId: string;
};

/** What became of an e-mail about a message. */
export type EmailNoticeStatus =
  /** The mail server did not take it, or could not be reached for a day. */
  | 'FAILED'
  /** The mail server took it. */
  | 'SENT'
  /** It is sent once the message has not been read for 15 minutes; not while a device is in use, nor in quiet, nor within an hour of the one before. */
  | 'WAITING'
  /** By the time it was to be sent it was not wanted any more, as where the message was read by then. */
  | 'WITHHELD';

/** Who may come back. */
export type EnableAccountInput = {
  /** NOT_FOUND where there is nobody. One that is not disabled is no error. */
  readonly userId: string;
};

/** Who is signed out. */
export type EndSessionsInput = {
  /** Anybody, oneself included. NOT_FOUND where there is nobody. */
  readonly userId: string;
};

/** Who enters as a guest. */
export type EnterAsGuestInput = {
  /** `true` puts the refresh token in an HttpOnly, SameSite=Strict cookie instead of the answer: browsers ask for this. Over HTTP only. */
  readonly cookie?: boolean | null | undefined;
  /** The `code` of an invitation into a public room, which is followed at once. NOT_FOUND where it is no longer valid, FORBIDDEN for a private room. */
  readonly invitationCode?: string | null | undefined;
  /** A nickname has 1 to 32 characters. */
  readonly nickname: string;
};

/**
 * Which events of the feed a consumer wants: those that pass every condition given here. It is judged before anything of an event is executed, so what it leaves
 * out costs next to nothing.
 */
export type EventFilter = {
  /** With true, only events about a message that mentions the viewer, or everybody in its room, at the time of delivery. A deleted message mentions nobody. */
  readonly mentionsViewer?: boolean | null | undefined;
  /** With true, leaves out what the viewer did, from whatever device. */
  readonly notByViewer?: boolean | null | undefined;
  /**
   * Rooms, up to 500: only what happens in one of them passes, while the viewer is in it, and nothing that belongs to no room. Left out, all;
   * empty, none.
   */
  readonly roomIds?: ReadonlyArray<string> | null | undefined;
  /** Names of types of events, up to 100; one that this server does not know matches nothing. Left out, all; empty, none. */
  readonly types?: ReadonlyArray<string> | null | undefined;
};

/** Why an item moves the cursor though nothing happened. */
export type FeedMark =
  /** All that had happened has been delivered; what follows is live. */
  | 'CAUGHT_UP'
  /** The feed starts from now. */
  | 'OPENED'
  /** Nothing happened that the reader is shown: for up to 30 seconds (longer silence is a fault), or in a long stretch of what is replayed. */
  | 'QUIET';

/** Whether to follow a thread. */
export type FollowThreadInput = {
  /** Whether the viewer wants to hear of it. */
  readonly follows: boolean;
  /** A thread of one of the viewer's rooms, else NOT_FOUND. */
  readonly threadId: string;
};

/** A command that somebody typed. */
export type InvokeCommandInput = {
  /** The bot whose command it is, by its `Bot.id`. It has to be in the room, else NOT_FOUND. */
  readonly botId: string;
  /** The name of the command, without the slash; NOT_FOUND where the bot has none of it. */
  readonly command: string;
  /** 1 to 64 characters that the viewer has not asked a bot with in the last day; a UUID serves. With the same input it asks once, and gives the same `interactionId` again. */
  readonly nonce?: string | null | undefined;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** What was typed after it, up to 8,000 characters. */
  readonly text?: string;
};

/** Which room. */
export type JoinRoomInput = {
  /** A public room. NOT_FOUND for one that does not exist, or a private one that the viewer is not in. */
  readonly roomId: string;
};

/** Which room. */
export type LeaveRoomInput = {
  /** The room to leave; one that does not exist is no error either. */
  readonly roomId: string;
};

/** Who signs in. */
export type LoginInput = {
  /** `true` puts the refresh token in an HttpOnly, SameSite=Strict cookie instead of the answer: browsers ask for this. Over HTTP only. */
  readonly cookie?: boolean | null | undefined;
  /** Case matters. */
  readonly password: string;
  /** As it was registered; case does not matter. */
  readonly username: string;
};

/** From where on nothing is read. */
export type MarkUnreadInput = {
  /** The `number` of a message of the room, or of the thread, from 1 up to the last one; any other is BAD_USER_INPUT. */
  readonly fromNumber: number;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** A thread of this room, else NOT_FOUND: then the number is one of the thread, and the room is marked no further. */
  readonly threadId?: string | null | undefined;
};

/** Where rooms are to stand in the list. */
export type MoveRoomsInput = {
  /**
   * Rooms that are to stand at the top of their section, in this order; those that were there stay behind them, in the order that they had. At most 1,000, BAD_USER_INPUT otherwise. One that
   * stands there twice counts once, and one that the viewer is not in (any more) is passed over.
   */
  readonly roomIds: ReadonlyArray<string>;
  /** Into which section. A section of the viewer, else NOT_FOUND. Null for none; left out, each room stays in its own. With a section or null they are favourites no more. */
  readonly sectionId?: string | null | undefined;
};

/** What those who look after rooms tell somebody. */
export type NoticeKind =
  /** Something that the viewer reported was dealt with. What was done is not told. */
  | 'REPORT_CLOSED'
  /** Something that the viewer wrote was reported, and they are asked not to go on like that. */
  | 'WARNING';

/** Why a message notifies somebody, or why not; of several the first in this order of each kind, and those why not before. */
export type NotificationReason =
  /** It did not: they had read it before they would have been notified. */
  | 'ALREADY_READ'
  /** It does not: they block whoever wrote it. */
  | 'AUTHOR_BLOCKED'
  /** It did not: they were using a device all the time (`setActive`). */
  | 'DEVICE_IN_USE'
  /** It notifies them: it was sent in a direct room, or in a thread there. */
  | 'DIRECT_MESSAGE'
  /** It did not: nothing was to notify them then (`setDoNotDisturb`). */
  | 'DO_NOT_DISTURB'
  /** It notifies them: they want every message of the room (ALL). Of threads that are those that they follow. */
  | 'EVERY_MESSAGE'
  /** It notifies them: it has one of their keywords. */
  | 'KEYWORD'
  /** It does not: they want to hear of nothing in the room (NOTHING), mentions among it. */
  | 'LEVEL_NOTHING'
  /** It notifies them: it names them. */
  | 'MENTION'
  /** It does not: it was deleted. */
  | 'MESSAGE_DELETED'
  /** It does not: they want to hear of mentions alone (MENTIONS), and nothing in it is for them; or it stands in a thread that they do not follow. */
  | 'NOT_ADDRESSED'
  /** It does not: they are not in the room. */
  | 'NOT_A_MEMBER'
  /** It does not: they wrote it. */
  | 'OWN_MESSAGE'
  /** It did not: it came in their quiet hours. */
  | 'QUIET_HOURS'
  /** It notifies them: it answers a message of theirs. */
  | 'REPLY'
  /** It notifies them: it names everybody in the room. */
  | 'ROOM_MENTION'
  /** It does not: they muted the room, which holds for mentions as well. */
  | 'ROOM_MUTED'
  /** It notifies them: it stands in a thread that they follow. */
  | 'THREAD_REPLY';

/** Which messages of a room somebody wants to be notified of. */
export type NotifyLevel =
  /** Every message of somebody else. */
  | 'ALL'
  /** Messages that mention them. */
  | 'MENTIONS'
  /** None. */
  | 'NOTHING';

/** Whom a direct room is to be for, beside the viewer. */
export type OpenDirectRoomInput = {
  /**
   * Up to 8 people; more are BAD_USER_INPUT, and one who does not exist is NOT_FOUND. In any order; the viewer, or one who stands there twice, changes nothing. With a bot its owner
   * has to be among them: FORBIDDEN otherwise. Nobody: the viewer's own notes.
   */
  readonly userIds: ReadonlyArray<string>;
};

/** Which webhook, and whether it is to send. */
export type PauseWebhookInput = {
  /** True: nothing is sent until it is continued. False: it goes on from where it was, and tries at once what has failed. */
  readonly isPaused: boolean;
  /** A webhook of a bot of the viewer, or of anybody for an administrator. */
  readonly webhookId: string;
};

/** Which message to pin. */
export type PinMessageInput = {
  /** A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one that is deleted. */
  readonly messageId: string;
};

/** What a device is told. */
export type PushKind =
  /** To take it back: the message was read elsewhere or deleted, or its room was left. */
  | 'CLOSE'
  /** To show a notification of a message. */
  | 'MESSAGE'
  /** To show that this works: `testPushSubscription`. */
  | 'TEST';

/** What became of something that a device was to be told. */
export type PushStatus =
  /** The push service could not be reached, or was busy, each time that it was tried. */
  | 'FAILED'
  /** The push service does not know the device any more (404 or 410), which was forgotten. */
  | 'GONE'
  /** The push service did not take it, and would not another time. */
  | 'REFUSED'
  /** The push service took it. Whether the device has shown it, it does not say. */
  | 'SENT'
  /** It was not sent yet, or is tried again, or somebody is using a device. */
  | 'WAITING'
  /** By the time it was to be sent it was not wanted any more; `whyNotified` says why. */
  | 'WITHHELD';

/** The keys of a subscription, as its `toJSON()` has them in the browser (RFC 8291). */
export type PushSubscriptionKeysInput = {
  /** The secret of the browser: 16 bytes in base64url; BAD_USER_INPUT otherwise. */
  readonly auth: string;
  /** The public key of the browser: a point of P-256, 65 bytes in base64url; BAD_USER_INPUT otherwise. */
  readonly p256dh: string;
};

/** When the viewer wants quiet, each week. */
export type QuietHoursInput = {
  /** On which days they begin, in any order; at least one, BAD_USER_INPUT otherwise. One that stands there twice counts once. */
  readonly days: ReadonlyArray<Weekday>;
  /** When they begin, as HH:MM from 00:00 to 23:59; anything else is BAD_USER_INPUT. */
  readonly from: string;
  /** A name of the IANA's time zone database, such as Europe/Madrid. Any other text is BAD_USER_INPUT. Null or left out for that of the viewer's profile. */
  readonly timeZone?: string | null | undefined;
  /** When they end, as HH:MM. Earlier than `from`, it is of the next day; the same as `from`, a whole day later. */
  readonly until: string;
};

/** What is to be sent again. */
export type RedeliverInput = {
  /** Deliveries, up to 100: those of them that are DEAD. Left out, all that are, up to 1,000 at a time, the newest first. */
  readonly deliveryIds?: ReadonlyArray<string> | null | undefined;
  /** A webhook of a bot of the viewer. */
  readonly webhookId: string;
};

/** What is exchanged for new tokens. */
export type RefreshSessionInput = {
  /** The refresh token; left out where the cookie holds it. */
  readonly refreshToken?: string | null | undefined;
};

/** A new account. */
export type RegisterInput = {
  /** `true` puts the refresh token in an HttpOnly, SameSite=Strict cookie instead of the answer: browsers ask for this. Over HTTP only. */
  readonly cookie?: boolean | null | undefined;
  /** 1 to 64 characters; the username where it is left out. */
  readonly displayName?: string | null | undefined;
  /** The `code` of an invitation, which is followed at once. NOT_FOUND where it is no longer valid. One that allows it makes an account also where registration is off. */
  readonly invitationCode?: string | null | undefined;
  /**
   * 22 to 64 characters that nobody can guess; a random UUID serves. Where the answer was lost, the same nonce and input give the account again within 15
   * minutes, with a new session and the same generated password. That ends when the account signs in by its password or refreshes a session. After that, and with
   * another input, it is CONFLICT.
   */
  readonly nonce?: string | null | undefined;
  /** 8 to 256 characters, compared in NFC; not the username, and none of those that are guessed first. Without one the server generates one. */
  readonly password?: string | null | undefined;
  /** 2 to 32 characters: letters, digits, '.', '_' and '-' of any script. */
  readonly username: string;
};

/** A browser that is to be notified, as `PushSubscription.toJSON()` says there. */
export type RegisterPushSubscriptionInput = {
  /** What the viewer calls it: 1 to 64 characters in one line, such as "Firefox on Linux". */
  readonly deviceName: string;
  /** Where its push service takes what is for it (RFC 8030): an https address of up to 2,048 characters at a public host, BAD_USER_INPUT otherwise. It names the device: registered again it is the same one, and takes the new keys and name. */
  readonly endpoint: string;
  /** By which it alone can read what it is sent. */
  readonly keys: PushSubscriptionKeysInput;
};

/** Proof that it is the viewer who wants to have no address. */
export type RemoveEmailAddressInput = {
  /** The viewer's password; a wrong one is BAD_USER_INPUT. Case matters. */
  readonly currentPassword: string;
};

/** Which message is to have no previews. */
export type RemoveLinkPreviewsInput = {
  /** The viewer's own message, or any of a room that they moderate, else FORBIDDEN; NOT_FOUND where they are not in its room. */
  readonly messageId: string;
};

/** Who, and out of which room. */
export type RemoveMemberInput = {
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Whom to remove: FORBIDDEN for the owner, NOT_FOUND where there is nobody; somebody who is not in the room is no error. */
  readonly userId: string;
};

/** Which device is to be notified no more. */
export type RemovePushSubscriptionInput = {
  /** One that is there no more, or is not the viewer's, is no error. */
  readonly id: string;
};

/** Which reaction to take back. */
export type RemoveReactionInput = {
  /** The emoji that the viewer reacted with; as for addReaction. */
  readonly emoji: string;
  /** A message of one of the viewer's rooms, else NOT_FOUND. */
  readonly messageId: string;
};

/** What is done, or was done, about a report. */
export type ReportAction =
  /** Its author is banned from the room, as by banMember. FORBIDDEN in a DIRECT room, from which nobody is banned. */
  | 'BANNED_AUTHOR'
  /** The message is deleted for everyone, as by deleteMessage. */
  | 'DELETED_MESSAGE'
  /** Its author alone gets a warning, in the words of whoever dealt with the report. */
  | 'WARNED_AUTHOR';

/** A message that breaks the rules, and why. */
export type ReportMessageInput = {
  /** A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one of their own, and for one that is deleted. */
  readonly messageId: string;
  /** What is wrong with it, 1 to 500 characters. */
  readonly reason: string;
};

/** Whether somebody has dealt with a report. */
export type ReportState =
  /** Somebody has, or dismissed it. */
  | 'CLOSED'
  /** Nobody has yet. */
  | 'OPEN';

/** Who has forgotten their password. */
export type RequestPasswordResetInput = {
  /** Their username or their confirmed e-mail address; case does not matter. */
  readonly usernameOrEmail: string;
};

/** The link that somebody was given, and the password that they choose. */
export type ResetPasswordInput = {
  /** 8 to 256 characters, compared in NFC; not the username, and none of those that are guessed first. */
  readonly newPassword: string;
  /** The last part of the link. NOT_FOUND where it was used, replaced, or is past its time. */
  readonly token: string;
};

/** Which token. */
export type RevokeBotTokenInput = {
  /** The `id` of a token of a bot of the viewer, or of anybody for an administrator. Twice is no error. */
  readonly tokenId: string;
};

/** Which invitation. */
export type RevokeInvitationInput = {
  /** One that is not there any more is no error. */
  readonly invitationId: string;
};

/** Which session. */
export type RevokeSessionInput = {
  /** One of `viewer.sessions`, this one included. NOT_FOUND for anybody else's. */
  readonly sessionId: string;
};

/** What of a room changed. */
export type RoomChange =
  /** It can only be read from now on. */
  | 'ARCHIVED'
  /** It has another name. */
  | 'NAME'
  /** Others may post there than before. */
  | 'POSTING'
  /** Its messages are kept for longer than before, or not as long. */
  | 'RETENTION'
  /** Its members wait longer between two messages, or less, or not any more. */
  | 'SLOW_MODE'
  /** It has another topic, or none any more. */
  | 'TOPIC'
  /** It was taken out of the archive, and things can be said there again. */
  | 'UNARCHIVED'
  /** It was made public or private. */
  | 'VISIBILITY';

/** What kind of room it is. */
export type RoomKind =
  /** A room with a name, which people come into and leave. */
  | 'CHANNEL'
  /**
   * A conversation of one to nine people, the same for ever but for accounts that end; private; all are MEMBER. `name` is empty: clients compose it of `directUsers`.
   * Leaving, adding, removing, roles, settings, bans, archiving, deleting and inviting are FORBIDDEN there; `closeDirectRoom` takes it out of one's list until something new is said. Guests may be written to and answer; they open none.
   */
  | 'DIRECT';

/** What happened with an event to the mention of the whole room by its message. */
export type RoomMentionChange =
  /** It mentions everybody in the room from then on. */
  | 'BEGAN'
  /** It does so no more: it was edited or deleted. */
  | 'ENDED';

/** By what the rooms of a section stand in the list. */
export type RoomOrder =
  /** Those where something happened last come first. */
  | 'ACTIVITY'
  /** By name, in the order of the reader’s language. Nothing moves by itself. */
  | 'NAME'
  /** As the viewer put them; all others behind them, by name. Nothing moves by itself. */
  | 'OWN';

/** Who may post in a room and its threads, edit what they have posted, and pin. */
export type RoomPosting =
  /** All who are in it. */
  | 'EVERYONE'
  /** Its owner and moderators. All others read, react and mark. */
  | 'MODERATORS';

/** What somebody may do in a room. */
export type RoomRole =
  /** Reads and writes. */
  | 'MEMBER'
  /** Adds and removes people, and deletes other people's messages. */
  | 'MODERATOR'
  /** Created the room or was given it; appoints moderators. There is exactly one. */
  | 'OWNER';

/** Who may see a room. */
export type RoomVisibility =
  /** Only members can see that it exists. */
  | 'PRIVATE'
  /** Anyone may see and join it. */
  | 'PUBLIC';

/** Which message to save. */
export type SaveMessageInput = {
  /** A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one that is deleted. */
  readonly messageId: string;
};

/** A new message. */
export type SendMessageInput = {
  /** At most 10, each stored by the sender for this room and attached once. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** Up to 8,000 characters of Markdown. Something in it must be visible, unless a file is attached: spaces, marks and characters without width alone are no message. */
  readonly body: string;
  /** For a bot: what it was asked for in this room within the last day, by a `CommandInvoked`, and answers by this message. Any other is NOT_FOUND, with this field in `extensions.field`. */
  readonly interactionId?: string | null | undefined;
  /** That it will grow by `streamMessage`: `body` is what it begins with, and may be empty. For bots; FORBIDDEN for people. Whom it names is told once it is done. */
  readonly isStreaming?: boolean | null | undefined;
  /** 1 to 64 characters that the sender has not used before, in any room; a UUID serves. Of a CONFLICT `extensions.messageId` and `roomId` name the message that stands, where the sender may see it. */
  readonly nonce?: string | null | undefined;
  /** A message of the same timeline that this one answers, the room's or the thread's, also one that was deleted meanwhile. Any other is NOT_FOUND, with this field in `extensions.field`. */
  readonly replyToId?: string | null | undefined;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Into the thread of this message of the room's own timeline, also of one that was deleted meanwhile; the thread is made with its first message. Any other, one that stands in a thread among them, is NOT_FOUND, with this field in `extensions.field`. */
  readonly threadRootId?: string | null | undefined;
};

/** A color for light ground and one for dark ground: no color can be read on both. */
export type ServerAccentInput = {
  /** The same for the dark theme. */
  readonly dark: string;
  /** As #rrggbb. BAD_USER_INPUT where it cannot be read in the light theme: its contrast there has to be at least 4.5 (WCAG 2.2). */
  readonly light: string;
};

/** Whether somebody is using this device. */
export type SetActiveInput = {
  /**
   * True while the page has focus and somebody has touched a key or the screen within the last minute: say it again every 30 seconds for as long as that is so. False once
   * the page is hidden or closed.
   */
  readonly isActive: boolean;
};

/** Who becomes an administrator, or stops being one. */
export type SetAdministratorInput = {
  /** CONFLICT where `false` would leave the server without any. */
  readonly isAdministrator: boolean;
  /** A person with an account: NOT_FOUND where there is nobody, FORBIDDEN for guests and bots. */
  readonly userId: string;
};

/** Until when nothing is to call the viewer. */
export type SetDoNotDisturbInput = {
  /** Later than now, BAD_USER_INPUT otherwise. Left out or null, the viewer can be called again. */
  readonly until?: string | null | undefined;
};

/** Where the viewer wants to get e-mail, and proof that it is they who say so. */
export type SetEmailAddressInput = {
  /** Up to 254 characters, the part before the @ in ASCII (RFC 5321); BAD_USER_INPUT otherwise. */
  readonly address: string;
  /** The viewer's password; a wrong one is BAD_USER_INPUT. Case matters. */
  readonly currentPassword: string;
};

/** What is to be different about the e-mail that the viewer wants; what is left out stays. */
export type SetEmailNotificationsInput = {
  /** Whether to get a digest each day; null for what it is at first. */
  readonly digest?: boolean | null | undefined;
  /** At which hour, from 0 to 23; anything else is BAD_USER_INPUT. Null for what it is at first. */
  readonly digestHour?: number | null | undefined;
  /** Whether to be told of what they miss; null for what it is at first. */
  readonly missedMessages?: boolean | null | undefined;
  /** Whether e-mail shows what was said; null for what it is at first. */
  readonly showsText?: boolean | null | undefined;
};

/** Who gets which role in which room. */
export type SetMemberRoleInput = {
  /** OWNER transfers the room: the previous owner becomes a moderator. FORBIDDEN where it would make a bot the owner, or a moderator where its own owner is neither. */
  readonly role: RoomRole;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Whose role it is to be; NOT_FOUND for somebody who is not in the room. */
  readonly userId: string;
};

/** When and how the viewer wants to be called. What is left out stays as it is, null clears it. */
export type SetNotificationSettingsInput = {
  /**
   * Instead of those that there were: at most 50 words, or a few words each, of 2 to 50 characters in one line; BAD_USER_INPUT otherwise. Two that differ by case or
   * accents alone are one.
   */
  readonly keywords?: ReadonlyArray<string> | null | undefined;
  /** When nothing calls, each week; null for never. */
  readonly quietHours?: QuietHoursInput | null | undefined;
  /** Whether a push notification shows what was said; null for not. */
  readonly showsText?: boolean | null | undefined;
};

/** By what rooms are to stand in the list. */
export type SetRoomOrderInput = {
  /** For all sections. What was put into an order of its own is kept for later. */
  readonly order: RoomOrder;
};

/** How the viewer wants to hear of a room. What is left out stays as it is, null clears it. */
export type SetRoomPreferencesInput = {
  /** Whether to have the room at the top of the list. */
  readonly isFavourite?: boolean | null | undefined;
  /** Whether to be left alone by this room; false and null also clear `mutedUntil`. */
  readonly isMuted?: boolean | null | undefined;
  /** When muting ends by itself; null for never. A time that is over, or one for a room that is not muted with it, is BAD_USER_INPUT. */
  readonly mutedUntil?: string | null | undefined;
  /** Which messages to be notified of; null is MENTIONS, as it begins. */
  readonly notify?: NotifyLevel | null | undefined;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
};

/** What the viewer is up to. Without `emoji` and `text` it takes the status away. */
export type SetStatusInput = {
  /** One emoji (RGI). */
  readonly emoji?: string | null | undefined;
  /** Up to 100 characters in one line. */
  readonly text?: string | null | undefined;
  /** When it ends by itself, later than now; left out or null, it stays. */
  readonly until?: string | null | undefined;
};

/** Where the viewer is typing. */
export type SetTypingInput = {
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
};

/** Which device is to be notified once. */
export type TestPushSubscriptionInput = {
  /** One of the viewer's own; NOT_FOUND otherwise. */
  readonly id: string;
};

/** Which room to take out of the archive. */
export type UnarchiveRoomInput = {
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
};

/** Whose ban to lift. */
export type UnbanMemberInput = {
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Who may come in again. Somebody who is not banned is no error. */
  readonly userId: string;
};

/** Whom to block no more. */
export type UnblockUserInput = {
  /** Somebody who is not blocked is no error; NOT_FOUND where there is nobody. */
  readonly userId: string;
};

/** Which message to unpin. */
export type UnpinMessageInput = {
  /** A message of one of the viewer's rooms, else NOT_FOUND. */
  readonly messageId: string;
};

/** Which message to take out of the saved ones. */
export type UnsaveMessageInput = {
  /** Any message that the viewer saved, also of a room that they have left. One that they have not saved is no error. */
  readonly messageId: string;
};

/** The link at the end of an e-mail. */
export type UnsubscribeInput = {
  /** The last part of the link. NOT_FOUND where it is none of this server, or the address is another one by now. */
  readonly token: string;
};

/** What is to be different. What is left out stays as it is, null clears it. */
export type UpdateProfileInput = {
  /** Up to 500 characters. */
  readonly about?: string | null | undefined;
  /**
   * The part of a multipart request that holds a picture, up to 8 MiB: JPEG, PNG, WebP, GIF (its first picture) or AVIF. The server shows its middle, as a square that it draws itself. More bytes are
   * PAYLOAD_TOO_LARGE, anything else is UNSUPPORTED_MEDIA_TYPE. Null is the same as left out: `removeAvatar` takes a picture away.
   */
  readonly avatar?: File | null | undefined;
  /** 1 to 64 characters in one line, all of them visible; null makes it the username. */
  readonly displayName?: string | null | undefined;
  /** Takes the picture away. */
  readonly removeAvatar?: boolean | null | undefined;
  /** A name of the IANA time zone database, such as Europe/Madrid. Any other text is BAD_USER_INPUT. */
  readonly timeZone?: string | null | undefined;
};

/** What of a room is to be different. What is left out stays as it is. */
export type UpdateRoomInput = {
  /** After how many days messages are deleted for everybody, with their files: what is older goes at once, and does not come back. For its owner alone, FORBIDDEN for others. 1 to 36,500, and no more than `ServerInfo.messagesKeptDays`, else BAD_USER_INPUT; null is as long as the server keeps them. */
  readonly keepMessagesDays?: number | null | undefined;
  /** 1 to 80 characters, in one line: null is BAD_USER_INPUT. A name that another public room has, with somebody in it, is CONFLICT where this one is public. */
  readonly name?: string | null | undefined;
  /** Who may post there; null is EVERYONE, as it begins. */
  readonly posting?: RoomPosting | null | undefined;
  /** A room that the viewer is a member of: FORBIDDEN in a public room that they have not joined, NOT_FOUND for any other. */
  readonly roomId: string;
  /** Seconds between two messages of one member who is no moderator, from 0 to 21,600 (six hours); any other is BAD_USER_INPUT. 0 and null are none. */
  readonly slowModeSeconds?: number | null | undefined;
  /** Up to 250 characters; null takes it away. */
  readonly topic?: string | null | undefined;
  /** Who may see it: for its owner alone, FORBIDDEN for others. PRIVATE removes the guests who are in it, and is FORBIDDEN for an owner who is a guest; with PUBLIC everybody can find it, and whoever joins reads what was said before. Null is BAD_USER_INPUT. */
  readonly visibility?: RoomVisibility | null | undefined;
};

/** What of a section is to be different. What is left out, or null, stays as it is. */
export type UpdateRoomSectionInput = {
  /** 1 to 50 characters in one line, BAD_USER_INPUT otherwise. One that another section of the viewer has, but for case, is CONFLICT. */
  readonly name?: string | null | undefined;
  /** How many of the other sections are to stand before it; from 0, BAD_USER_INPUT otherwise. More than there are puts it last. */
  readonly place?: number | null | undefined;
  /** A section of the viewer, else NOT_FOUND. */
  readonly sectionId: string;
};

/** What to change of the server. What is left out stays as it is. */
export type UpdateServerInput = {
  /** The color that stands out; null for that of Tertulia. */
  readonly accent?: ServerAccentInput | null | undefined;
  /** What it is called: 1 to 64 characters; null for the name in the settings (SERVER_NAME). */
  readonly name?: string | null | undefined;
};

/** What kind of account it is. */
export type UserKind =
  /** A program. */
  | 'BOT'
  /** Somebody who entered with only a nickname. */
  | 'GUEST'
  /** Somebody who registered. */
  | 'PERSON';

/** Whether a webhook sends. */
export type WebhookState =
  /** It sends what happens. */
  | 'ACTIVE'
  /** It sends, and nothing was taken for a day. */
  | 'FAILING'
  /** It sends nothing, and goes on from the same place when it is continued: `pauseWebhook` paused it, or the receiver answered 410. */
  | 'PAUSED';

/** A day of the week, from midnight to midnight where somebody is. */
export type Weekday =
  /** The fifth day of the week. */
  | 'FRIDAY'
  /** The first day of the week (ISO 8601). */
  | 'MONDAY'
  /** The sixth day of the week. */
  | 'SATURDAY'
  /** The last day of the week. */
  | 'SUNDAY'
  /** The fourth day of the week. */
  | 'THURSDAY'
  /** The second day of the week. */
  | 'TUESDAY'
  /** The third day of the week. */
  | 'WEDNESDAY';

export type PersonFieldsFragment = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: UserKind;
  readonly createdAt: string;
  readonly avatarUrl: string | null;
};

export type FaceFieldsFragment = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: UserKind;
  readonly createdAt: string;
  readonly avatarUrl: string | null;
  readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
};

export type StatusFieldsFragment = {
  readonly emoji: string | null;
  readonly text: string;
  readonly until: string | null;
};

export type ServerQueryVariables = Exact<{ [key: string]: never }>;

export type ServerQuery = {
  readonly server: {
    readonly name: string;
    readonly guests: boolean;
    readonly registration: boolean;
    readonly sendsEmail: boolean;
    readonly uploadMaxBytes: number;
    readonly messageMaxLength: number;
    readonly attachmentsMax: number;
    readonly messagesKeptDays: number | null;
    readonly accent: { readonly light: string; readonly dark: string } | null;
  };
};

export type ServerInfoFieldsFragment = {
  readonly name: string;
  readonly guests: boolean;
  readonly registration: boolean;
  readonly sendsEmail: boolean;
  readonly uploadMaxBytes: number;
  readonly messageMaxLength: number;
  readonly attachmentsMax: number;
  readonly messagesKeptDays: number | null;
  readonly accent: { readonly light: string; readonly dark: string } | null;
};

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;

export type RegisterMutation = {
  readonly register: {
    readonly generatedPassword: string | null;
    readonly room: { readonly id: string } | null;
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly session: {
      readonly accessToken: string;
      readonly accessTokenExpiresAt: string;
      readonly refreshToken: string | null;
    };
  };
};

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;

export type LoginMutation = {
  readonly login: {
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly session: {
      readonly accessToken: string;
      readonly accessTokenExpiresAt: string;
      readonly refreshToken: string | null;
    };
  };
};

export type EnterAsGuestMutationVariables = Exact<{
  input: EnterAsGuestInput;
}>;

export type EnterAsGuestMutation = {
  readonly enterAsGuest: {
    readonly room: { readonly id: string } | null;
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly session: {
      readonly accessToken: string;
      readonly accessTokenExpiresAt: string;
      readonly refreshToken: string | null;
    };
  };
};

export type RefreshSessionMutationVariables = Exact<{
  input?: RefreshSessionInput | null | undefined;
}>;

export type RefreshSessionMutation = {
  readonly refreshSession: {
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly session: {
      readonly accessToken: string;
      readonly accessTokenExpiresAt: string;
      readonly refreshToken: string | null;
    };
  };
};

export type LogoutMutationVariables = Exact<{ [key: string]: never }>;

export type LogoutMutation = { readonly logout: { readonly ok: boolean } };

export type SessionFieldsFragment = {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string | null;
};

export type AccountQueryVariables = Exact<{ [key: string]: never }>;

export type AccountQuery = {
  readonly viewer: {
    readonly eventCursor: string;
    readonly isAdministrator: boolean;
    readonly user: {
      readonly about: string | null;
      readonly timeZone: string | null;
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly sessions: ReadonlyArray<{
      readonly id: string;
      readonly createdAt: string;
      readonly lastUsedAt: string;
      readonly address: string | null;
      readonly client: string | null;
      readonly isCurrent: boolean;
    }>;
    readonly emailAddress: {
      readonly address: string | null;
      readonly pendingAddress: string | null;
      readonly pendingUntil: string | null;
      readonly failingSince: string | null;
      readonly failure: string | null;
    } | null;
    readonly emailNotifications: {
      readonly missedMessages: boolean;
      readonly digest: boolean;
      readonly digestHour: number;
      readonly showsText: boolean;
    };
  } | null;
};

export type AccountEventsSubscriptionVariables = Exact<{
  after: string;
}>;

export type AccountEventsSubscription = {
  readonly events: {
    readonly event:
      | {
          readonly emailAddress: {
            readonly address: string | null;
            readonly pendingAddress: string | null;
            readonly pendingUntil: string | null;
            readonly failingSince: string | null;
            readonly failure: string | null;
          } | null;
        }
      | {
          readonly emailNotifications: {
            readonly missedMessages: boolean;
            readonly digest: boolean;
            readonly digestHour: number;
            readonly showsText: boolean;
          };
        }
      | { readonly sessionId: string }
      | { readonly sessionId: string }
      | Record<PropertyKey, never>
      | null;
  };
};

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;

export type ChangePasswordMutation = {
  readonly changePassword: {
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly session: {
      readonly accessToken: string;
      readonly accessTokenExpiresAt: string;
      readonly refreshToken: string | null;
    };
  };
};

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;

export type RevokeSessionMutation = { readonly revokeSession: { readonly ok: boolean } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never }>;

export type LogoutEverywhereMutation = { readonly logoutEverywhere: { readonly ok: boolean } };

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;

export type DeleteAccountMutation = { readonly deleteAccount: { readonly ok: boolean } };

export type BecomeAdministratorMutationVariables = Exact<{
  input: BecomeAdministratorInput;
}>;

export type BecomeAdministratorMutation = { readonly becomeAdministrator: { readonly user: { readonly id: string } } };

export type ViewerSessionFieldsFragment = {
  readonly id: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly address: string | null;
  readonly client: string | null;
  readonly isCurrent: boolean;
};

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;

export type UpdateProfileMutation = {
  readonly updateProfile: {
    readonly user: {
      readonly about: string | null;
      readonly timeZone: string | null;
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
  };
};

export type SetStatusMutationVariables = Exact<{
  input: SetStatusInput;
}>;

export type SetStatusMutation = {
  readonly setStatus: {
    readonly user: {
      readonly about: string | null;
      readonly timeZone: string | null;
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
  };
};

export type SetEmailAddressMutationVariables = Exact<{
  input: SetEmailAddressInput;
}>;

export type SetEmailAddressMutation = {
  readonly setEmailAddress: {
    readonly emailAddress: {
      readonly address: string | null;
      readonly pendingAddress: string | null;
      readonly pendingUntil: string | null;
      readonly failingSince: string | null;
      readonly failure: string | null;
    };
  };
};

export type ResendEmailConfirmationMutationVariables = Exact<{ [key: string]: never }>;

export type ResendEmailConfirmationMutation = {
  readonly resendEmailConfirmation: {
    readonly emailAddress: {
      readonly address: string | null;
      readonly pendingAddress: string | null;
      readonly pendingUntil: string | null;
      readonly failingSince: string | null;
      readonly failure: string | null;
    };
  };
};

export type RemoveEmailAddressMutationVariables = Exact<{
  input: RemoveEmailAddressInput;
}>;

export type RemoveEmailAddressMutation = { readonly removeEmailAddress: { readonly ok: boolean } };

export type SetEmailNotificationsMutationVariables = Exact<{
  input: SetEmailNotificationsInput;
}>;

export type SetEmailNotificationsMutation = {
  readonly setEmailNotifications: {
    readonly emailNotifications: {
      readonly missedMessages: boolean;
      readonly digest: boolean;
      readonly digestHour: number;
      readonly showsText: boolean;
    };
  };
};

export type EmailAddressFieldsFragment = {
  readonly address: string | null;
  readonly pendingAddress: string | null;
  readonly pendingUntil: string | null;
  readonly failingSince: string | null;
  readonly failure: string | null;
};

export type EmailNotificationsFieldsFragment = {
  readonly missedMessages: boolean;
  readonly digest: boolean;
  readonly digestHour: number;
  readonly showsText: boolean;
};

export type ActivityQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ActivityQuery = {
  readonly viewer: {
    readonly activity: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly number: number;
        readonly seq: number;
        readonly body: string;
        readonly createdAt: string;
        readonly editedAt: string | null;
        readonly deletedAt: string | null;
        readonly isStreaming: boolean;
        readonly isBrokenOff: boolean;
        readonly nonce: string | null;
        readonly mentionsRoom: boolean;
        readonly pinnedAt: string | null;
        readonly thread: {
          readonly id: string;
          readonly viewerState: {
            readonly follows: boolean;
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly asOfSeq: number;
          } | null;
          readonly room: {
            readonly id: string;
            readonly viewerState: {
              readonly lastReadNumber: number;
              readonly unreadCount: number;
              readonly unreadMentionCount: number;
              readonly unreadThreadCount: number;
              readonly unreadThreadMentionCount: number;
              readonly asOfSeq: number;
              readonly notify: NotifyLevel;
              readonly isMuted: boolean;
              readonly mutedUntil: string | null;
              readonly isFavourite: boolean;
              readonly isClosed: boolean;
            } | null;
          };
        } | null;
        readonly room: { readonly id: string; readonly name: string };
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
        readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
        readonly attachments: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly url: string;
          readonly thumbnailUrl: string | null;
          readonly width: number | null;
          readonly height: number | null;
        }>;
        readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
        readonly replyTo: {
          readonly id: string;
          readonly number: number;
          readonly body: string;
          readonly deletedAt: string | null;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly attachments: ReadonlyArray<{ readonly name: string }>;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly notices: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: NoticeKind;
        readonly createdAt: string;
        readonly roomName: string;
        readonly messageId: string;
        readonly words: string | null;
      }>;
    };
  } | null;
};

export type ActivityFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly isStreaming: boolean;
  readonly isBrokenOff: boolean;
  readonly nonce: string | null;
  readonly mentionsRoom: boolean;
  readonly pinnedAt: string | null;
  readonly thread: {
    readonly id: string;
    readonly viewerState: {
      readonly follows: boolean;
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly asOfSeq: number;
    } | null;
    readonly room: {
      readonly id: string;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  } | null;
  readonly room: { readonly id: string; readonly name: string };
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
  readonly attachments: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly url: string;
    readonly thumbnailUrl: string | null;
    readonly width: number | null;
    readonly height: number | null;
  }>;
  readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
  readonly replyTo: {
    readonly id: string;
    readonly number: number;
    readonly body: string;
    readonly deletedAt: string | null;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
    readonly attachments: ReadonlyArray<{ readonly name: string }>;
  } | null;
};

export type AdministrationQueryVariables = Exact<{ [key: string]: never }>;

export type AdministrationQuery = {
  readonly auditLog: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly at: string;
      readonly action: AuditAction;
      readonly roomId: string | null;
      readonly detail: string | null;
      readonly address: string | null;
      readonly client: string | null;
      readonly actor: { readonly id: string; readonly username: string; readonly displayName: string } | null;
      readonly actorOwner: { readonly id: string; readonly username: string; readonly displayName: string } | null;
      readonly subject: { readonly id: string; readonly username: string; readonly displayName: string } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly rooms: { readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string }> };
};

export type MoreAuditLogQueryVariables = Exact<{
  after: string;
}>;

export type MoreAuditLogQuery = {
  readonly auditLog: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly at: string;
      readonly action: AuditAction;
      readonly roomId: string | null;
      readonly detail: string | null;
      readonly address: string | null;
      readonly client: string | null;
      readonly actor: { readonly id: string; readonly username: string; readonly displayName: string } | null;
      readonly actorOwner: { readonly id: string; readonly username: string; readonly displayName: string } | null;
      readonly subject: { readonly id: string; readonly username: string; readonly displayName: string } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type AuditPageFieldsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly at: string;
    readonly action: AuditAction;
    readonly roomId: string | null;
    readonly detail: string | null;
    readonly address: string | null;
    readonly client: string | null;
    readonly actor: { readonly id: string; readonly username: string; readonly displayName: string } | null;
    readonly actorOwner: { readonly id: string; readonly username: string; readonly displayName: string } | null;
    readonly subject: { readonly id: string; readonly username: string; readonly displayName: string } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type AuditEntryFieldsFragment = {
  readonly id: string;
  readonly at: string;
  readonly action: AuditAction;
  readonly roomId: string | null;
  readonly detail: string | null;
  readonly address: string | null;
  readonly client: string | null;
  readonly actor: { readonly id: string; readonly username: string; readonly displayName: string } | null;
  readonly actorOwner: { readonly id: string; readonly username: string; readonly displayName: string } | null;
  readonly subject: { readonly id: string; readonly username: string; readonly displayName: string } | null;
};

export type AuditPersonFieldsFragment = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
};

export type AccountsQueryVariables = Exact<{
  query?: string | null | undefined;
  filter?: AccountFilter | null | undefined;
  after?: string | null | undefined;
}>;

export type AccountsQuery = {
  readonly accounts: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly isAdministrator: boolean;
      readonly disabledAt: string | null;
      readonly lastSeenAt: string | null;
      readonly sessionCount: number;
      readonly roomCount: number;
      readonly ownedRoomCount: number;
      readonly fileBytes: number;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type AccountOfQueryVariables = Exact<{
  userId: string;
}>;

export type AccountOfQuery = {
  readonly account: {
    readonly isAdministrator: boolean;
    readonly disabledAt: string | null;
    readonly lastSeenAt: string | null;
    readonly sessionCount: number;
    readonly roomCount: number;
    readonly ownedRoomCount: number;
    readonly fileBytes: number;
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
  } | null;
};

export type EndSessionsMutationVariables = Exact<{
  input: EndSessionsInput;
}>;

export type EndSessionsMutation = {
  readonly endSessions: {
    readonly account: {
      readonly isAdministrator: boolean;
      readonly disabledAt: string | null;
      readonly lastSeenAt: string | null;
      readonly sessionCount: number;
      readonly roomCount: number;
      readonly ownedRoomCount: number;
      readonly fileBytes: number;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    } | null;
  };
};

export type DisableAccountMutationVariables = Exact<{
  input: DisableAccountInput;
}>;

export type DisableAccountMutation = {
  readonly disableAccount: {
    readonly account: {
      readonly isAdministrator: boolean;
      readonly disabledAt: string | null;
      readonly lastSeenAt: string | null;
      readonly sessionCount: number;
      readonly roomCount: number;
      readonly ownedRoomCount: number;
      readonly fileBytes: number;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    };
  };
};

export type EnableAccountMutationVariables = Exact<{
  input: EnableAccountInput;
}>;

export type EnableAccountMutation = {
  readonly enableAccount: {
    readonly account: {
      readonly isAdministrator: boolean;
      readonly disabledAt: string | null;
      readonly lastSeenAt: string | null;
      readonly sessionCount: number;
      readonly roomCount: number;
      readonly ownedRoomCount: number;
      readonly fileBytes: number;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    };
  };
};

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;

export type DeleteUserMutation = { readonly deleteUser: { readonly user: { readonly id: string } } };

export type CreatePasswordResetMutationVariables = Exact<{
  input: CreatePasswordResetInput;
}>;

export type CreatePasswordResetMutation = {
  readonly createPasswordReset: { readonly path: string; readonly expiresAt: string };
};

export type SetAdministratorMutationVariables = Exact<{
  input: SetAdministratorInput;
}>;

export type SetAdministratorMutation = { readonly setAdministrator: { readonly user: { readonly id: string } } };

export type AccountFieldsFragment = {
  readonly isAdministrator: boolean;
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
  readonly sessionCount: number;
  readonly roomCount: number;
  readonly ownedRoomCount: number;
  readonly fileBytes: number;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
};

export type ServerRoomsQueryVariables = Exact<{
  query?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type ServerRoomsQuery = {
  readonly serverRooms: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly visibility: RoomVisibility;
      readonly memberCount: number;
      readonly messageCount: number;
      readonly fileBytes: number;
      readonly lastActivityAt: string;
      readonly archivedAt: string | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ServerRoomFieldsFragment = {
  readonly id: string;
  readonly name: string;
  readonly visibility: RoomVisibility;
  readonly memberCount: number;
  readonly messageCount: number;
  readonly fileBytes: number;
  readonly lastActivityAt: string;
  readonly archivedAt: string | null;
};

export type ServerLookQueryVariables = Exact<{ [key: string]: never }>;

export type ServerLookQuery = {
  readonly viewer: { readonly isAdministrator: boolean } | null;
  readonly server: {
    readonly name: string;
    readonly guests: boolean;
    readonly registration: boolean;
    readonly sendsEmail: boolean;
    readonly uploadMaxBytes: number;
    readonly messageMaxLength: number;
    readonly attachmentsMax: number;
    readonly messagesKeptDays: number | null;
    readonly accent: { readonly light: string; readonly dark: string } | null;
  };
};

export type UpdateServerMutationVariables = Exact<{
  input: UpdateServerInput;
}>;

export type UpdateServerMutation = {
  readonly updateServer: {
    readonly server: {
      readonly name: string;
      readonly guests: boolean;
      readonly registration: boolean;
      readonly sendsEmail: boolean;
      readonly uploadMaxBytes: number;
      readonly messageMaxLength: number;
      readonly attachmentsMax: number;
      readonly messagesKeptDays: number | null;
      readonly accent: { readonly light: string; readonly dark: string } | null;
    };
  };
};

export type ServerStorageQueryVariables = Exact<{ [key: string]: never }>;

export type ServerStorageQuery = {
  readonly serverStorage: {
    readonly fileBytes: number;
    readonly fileQuotaBytes: number;
    readonly avatarBytes: number;
    readonly databaseBytes: number;
    readonly freeBytes: number;
    readonly databaseFreeBytes: number;
    readonly largestRooms: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly visibility: RoomVisibility;
      readonly memberCount: number;
      readonly messageCount: number;
      readonly fileBytes: number;
      readonly lastActivityAt: string;
      readonly archivedAt: string | null;
    }>;
    readonly olderThanMonth: { readonly count: number; readonly bytes: number };
    readonly olderThanQuarter: { readonly count: number; readonly bytes: number };
    readonly olderThanYear: { readonly count: number; readonly bytes: number };
  };
};

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;

export type RequestPasswordResetMutation = { readonly requestPasswordReset: { readonly ok: boolean } };

export type ConfirmEmailAddressMutationVariables = Exact<{
  input: ConfirmEmailAddressInput;
}>;

export type ConfirmEmailAddressMutation = { readonly confirmEmailAddress: { readonly address: string } };

export type UnsubscribeMutationVariables = Exact<{
  input: UnsubscribeInput;
}>;

export type UnsubscribeMutation = { readonly unsubscribe: { readonly ok: boolean } };

export type PasswordResetQueryVariables = Exact<{
  token: string;
}>;

export type PasswordResetQuery = {
  readonly passwordReset: {
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
  } | null;
};

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;

export type ResetPasswordMutation = {
  readonly resetPassword: {
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
  };
};

export type OwnBotsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type OwnBotsQuery = {
  readonly bots: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly description: string;
      readonly createdAt: string;
      readonly disabledAt: string | null;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly owner: { readonly id: string; readonly displayName: string };
      readonly tokens: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly scopes: ReadonlyArray<BotScope>;
        readonly expiresAt: string | null;
        readonly lastUsedAt: string | null;
        readonly lastUsedFrom: string | null;
        readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
      }> | null;
      readonly incomingWebhooks: ReadonlyArray<{
        readonly id: string;
        readonly lastUsedAt: string | null;
        readonly room: { readonly id: string; readonly name: string };
      }> | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RoomsOfBotsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type RoomsOfBotsQuery = {
  readonly viewer: {
    readonly rooms: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly kind: RoomKind;
        readonly viewerMembership: { readonly role: RoomRole } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type CreateBotMutationVariables = Exact<{
  input: CreateBotInput;
}>;

export type CreateBotMutation = {
  readonly createBot: {
    readonly bot: {
      readonly id: string;
      readonly description: string;
      readonly createdAt: string;
      readonly disabledAt: string | null;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly owner: { readonly id: string; readonly displayName: string };
      readonly tokens: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly scopes: ReadonlyArray<BotScope>;
        readonly expiresAt: string | null;
        readonly lastUsedAt: string | null;
        readonly lastUsedFrom: string | null;
        readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
      }> | null;
      readonly incomingWebhooks: ReadonlyArray<{
        readonly id: string;
        readonly lastUsedAt: string | null;
        readonly room: { readonly id: string; readonly name: string };
      }> | null;
    };
  };
};

export type DisableBotMutationVariables = Exact<{
  input: DisableBotInput;
}>;

export type DisableBotMutation = {
  readonly disableBot: {
    readonly bot: {
      readonly id: string;
      readonly description: string;
      readonly createdAt: string;
      readonly disabledAt: string | null;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly owner: { readonly id: string; readonly displayName: string };
      readonly tokens: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly scopes: ReadonlyArray<BotScope>;
        readonly expiresAt: string | null;
        readonly lastUsedAt: string | null;
        readonly lastUsedFrom: string | null;
        readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
      }> | null;
      readonly incomingWebhooks: ReadonlyArray<{
        readonly id: string;
        readonly lastUsedAt: string | null;
        readonly room: { readonly id: string; readonly name: string };
      }> | null;
    };
  };
};

export type CreateBotTokenMutationVariables = Exact<{
  input: CreateBotTokenInput;
}>;

export type CreateBotTokenMutation = {
  readonly createBotToken: {
    readonly secret: string;
    readonly token: {
      readonly id: string;
      readonly name: string;
      readonly scopes: ReadonlyArray<BotScope>;
      readonly expiresAt: string | null;
      readonly lastUsedAt: string | null;
      readonly lastUsedFrom: string | null;
      readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
    };
  };
};

export type RevokeBotTokenMutationVariables = Exact<{
  input: RevokeBotTokenInput;
}>;

export type RevokeBotTokenMutation = {
  readonly revokeBotToken: {
    readonly bot: {
      readonly id: string;
      readonly description: string;
      readonly createdAt: string;
      readonly disabledAt: string | null;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly owner: { readonly id: string; readonly displayName: string };
      readonly tokens: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly scopes: ReadonlyArray<BotScope>;
        readonly expiresAt: string | null;
        readonly lastUsedAt: string | null;
        readonly lastUsedFrom: string | null;
        readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
      }> | null;
      readonly incomingWebhooks: ReadonlyArray<{
        readonly id: string;
        readonly lastUsedAt: string | null;
        readonly room: { readonly id: string; readonly name: string };
      }> | null;
    };
  };
};

export type CreateIncomingWebhookMutationVariables = Exact<{
  input: CreateIncomingWebhookInput;
}>;

export type CreateIncomingWebhookMutation = {
  readonly createIncomingWebhook: {
    readonly url: string;
    readonly webhook: {
      readonly bot: {
        readonly id: string;
        readonly description: string;
        readonly createdAt: string;
        readonly disabledAt: string | null;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly owner: { readonly id: string; readonly displayName: string };
        readonly tokens: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly scopes: ReadonlyArray<BotScope>;
          readonly expiresAt: string | null;
          readonly lastUsedAt: string | null;
          readonly lastUsedFrom: string | null;
          readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
        }> | null;
        readonly incomingWebhooks: ReadonlyArray<{
          readonly id: string;
          readonly lastUsedAt: string | null;
          readonly room: { readonly id: string; readonly name: string };
        }> | null;
      };
    };
  };
};

export type DeleteIncomingWebhookMutationVariables = Exact<{
  input: DeleteIncomingWebhookInput;
}>;

export type DeleteIncomingWebhookMutation = { readonly deleteIncomingWebhook: { readonly ok: boolean } };

export type OwnBotFieldsFragment = {
  readonly id: string;
  readonly description: string;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly owner: { readonly id: string; readonly displayName: string };
  readonly tokens: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly scopes: ReadonlyArray<BotScope>;
    readonly expiresAt: string | null;
    readonly lastUsedAt: string | null;
    readonly lastUsedFrom: string | null;
    readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
  }> | null;
  readonly incomingWebhooks: ReadonlyArray<{
    readonly id: string;
    readonly lastUsedAt: string | null;
    readonly room: { readonly id: string; readonly name: string };
  }> | null;
};

export type OwnBotTokenFieldsFragment = {
  readonly id: string;
  readonly name: string;
  readonly scopes: ReadonlyArray<BotScope>;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly lastUsedFrom: string | null;
  readonly rooms: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
};

export type WebhooksOfBotQueryVariables = Exact<{
  botId: string;
}>;

export type WebhooksOfBotQuery = {
  readonly node:
    | {
        readonly webhooks: ReadonlyArray<{
          readonly id: string;
          readonly url: string;
          readonly state: WebhookState;
          readonly lag: number;
          readonly deliveries: {
            readonly nodes: ReadonlyArray<{
              readonly id: string;
              readonly state: DeliveryState;
              readonly nextAttemptAt: string | null;
              readonly error: string | null;
            }>;
          };
        }> | null;
      }
    | Record<PropertyKey, never>
    | null;
};

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;

export type CreateWebhookMutation = {
  readonly createWebhook: {
    readonly secret: string;
    readonly webhook: {
      readonly id: string;
      readonly url: string;
      readonly state: WebhookState;
      readonly lag: number;
      readonly deliveries: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly state: DeliveryState;
          readonly nextAttemptAt: string | null;
          readonly error: string | null;
        }>;
      };
    };
  };
};

export type PauseWebhookMutationVariables = Exact<{
  input: PauseWebhookInput;
}>;

export type PauseWebhookMutation = {
  readonly pauseWebhook: {
    readonly webhook: {
      readonly id: string;
      readonly url: string;
      readonly state: WebhookState;
      readonly lag: number;
      readonly deliveries: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly state: DeliveryState;
          readonly nextAttemptAt: string | null;
          readonly error: string | null;
        }>;
      };
    };
  };
};

export type DeleteWebhookMutationVariables = Exact<{
  input: DeleteWebhookInput;
}>;

export type DeleteWebhookMutation = { readonly deleteWebhook: { readonly ok: boolean } };

export type RedeliverMutationVariables = Exact<{
  input: RedeliverInput;
}>;

export type RedeliverMutation = {
  readonly redeliver: {
    readonly webhook: {
      readonly id: string;
      readonly url: string;
      readonly state: WebhookState;
      readonly lag: number;
      readonly deliveries: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly state: DeliveryState;
          readonly nextAttemptAt: string | null;
          readonly error: string | null;
        }>;
      };
    };
  };
};

export type OwnWebhookFieldsFragment = {
  readonly id: string;
  readonly url: string;
  readonly state: WebhookState;
  readonly lag: number;
  readonly deliveries: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly state: DeliveryState;
      readonly nextAttemptAt: string | null;
      readonly error: string | null;
    }>;
  };
};

export type CommandsInRoomQueryVariables = Exact<{
  roomId: string;
}>;

export type CommandsInRoomQuery = {
  readonly room: {
    readonly id: string;
    readonly commands: ReadonlyArray<{
      readonly name: string;
      readonly description: string;
      readonly usage: string;
      readonly bot: { readonly id: string; readonly user: { readonly id: string; readonly displayName: string } };
    }> | null;
  } | null;
};

export type InvokeCommandMutationVariables = Exact<{
  input: InvokeCommandInput;
}>;

export type InvokeCommandMutation = { readonly invokeCommand: { readonly interactionId: string } };

export type PeopleToMentionQueryVariables = Exact<{
  query: string;
  roomId: string;
  first: number;
}>;

export type PeopleToMentionQuery = {
  readonly users: ReadonlyArray<{
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  }>;
};

export type SetTypingMutationVariables = Exact<{
  input: SetTypingInput;
}>;

export type SetTypingMutation = { readonly setTyping: { readonly ok: boolean } };

export type InvitationQueryVariables = Exact<{
  code: string;
}>;

export type InvitationQuery = {
  readonly invitation: {
    readonly id: string;
    readonly roomName: string | null;
    readonly allowsRegistration: boolean;
    readonly allowsGuests: boolean;
    readonly createdBy: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
    readonly room: { readonly id: string; readonly viewerMembership: { readonly role: RoomRole } | null } | null;
  } | null;
};

export type RoomInvitationsQueryVariables = Exact<{
  roomId: string;
}>;

export type RoomInvitationsQuery = {
  readonly room: {
    readonly id: string;
    readonly invitations: ReadonlyArray<{
      readonly id: string;
      readonly path: string | null;
      readonly expiresAt: string | null;
      readonly usesLeft: number | null;
      readonly allowsRegistration: boolean;
      readonly createdBy: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    }> | null;
  } | null;
};

export type ServerInvitationsQueryVariables = Exact<{ [key: string]: never }>;

export type ServerInvitationsQuery = {
  readonly serverInvitations: ReadonlyArray<{
    readonly id: string;
    readonly path: string | null;
    readonly expiresAt: string | null;
    readonly usesLeft: number | null;
    readonly allowsRegistration: boolean;
    readonly createdBy: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
  }>;
};

export type AllInvitationsQueryVariables = Exact<{ [key: string]: never }>;

export type AllInvitationsQuery = {
  readonly serverInvitations: ReadonlyArray<{
    readonly id: string;
    readonly path: string | null;
    readonly expiresAt: string | null;
    readonly usesLeft: number | null;
    readonly allowsRegistration: boolean;
    readonly createdBy: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
  }>;
  readonly invitationsToRooms: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly roomName: string | null;
      readonly expiresAt: string | null;
      readonly usesLeft: number | null;
      readonly createdBy: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type MoreInvitationsToRoomsQueryVariables = Exact<{
  after: string;
}>;

export type MoreInvitationsToRoomsQuery = {
  readonly invitationsToRooms: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly roomName: string | null;
      readonly expiresAt: string | null;
      readonly usesLeft: number | null;
      readonly createdBy: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type CreateInvitationMutationVariables = Exact<{
  input: CreateInvitationInput;
}>;

export type CreateInvitationMutation = {
  readonly createInvitation: {
    readonly invitation: {
      readonly id: string;
      readonly path: string | null;
      readonly expiresAt: string | null;
      readonly usesLeft: number | null;
      readonly allowsRegistration: boolean;
      readonly createdBy: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
    };
  };
};

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;

export type RevokeInvitationMutation = { readonly revokeInvitation: { readonly room: { readonly id: string } | null } };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;

export type AcceptInvitationMutation = {
  readonly acceptInvitation: {
    readonly room: {
      readonly slowModeUntil: string | null;
      readonly openReportCount: number | null;
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
      readonly members: {
        readonly nodes: ReadonlyArray<{
          readonly role: RoomRole;
          readonly joinedAt: string;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      } | null;
      readonly messages: {
        readonly memberEvents: ReadonlyArray<
          | {
              readonly __typename: 'MemberJoined';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberLeft';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberRoleChanged';
              readonly role: RoomRole | null;
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
        >;
        readonly roomChanges: ReadonlyArray<{
          readonly __typename: 'RoomChanged';
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly changes: ReadonlyArray<RoomChange>;
          readonly visibility: RoomVisibility | null;
          readonly posting: RoomPosting | null;
          readonly slowModeSeconds: number | null;
          readonly keepMessagesDays: number | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }>;
        readonly edges: ReadonlyArray<{
          readonly cursor: string;
          readonly node: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly startedThread: {
              readonly id: string;
              readonly messageCount: number;
              readonly lastMessageAt: string;
              readonly participants: ReadonlyArray<{
                readonly id: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly avatarUrl: string | null;
              }>;
            } | null;
            readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
      } | null;
      readonly directUsers: ReadonlyArray<{
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      }> | null;
      readonly viewerMembership: { readonly role: RoomRole } | null;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    } | null;
  };
};

export type RoomInvitationPageFieldsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly roomName: string | null;
    readonly expiresAt: string | null;
    readonly usesLeft: number | null;
    readonly createdBy: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ReceivedInvitationFieldsFragment = {
  readonly id: string;
  readonly roomName: string | null;
  readonly allowsRegistration: boolean;
  readonly allowsGuests: boolean;
  readonly createdBy: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly room: { readonly id: string; readonly viewerMembership: { readonly role: RoomRole } | null } | null;
};

export type GivenInvitationFieldsFragment = {
  readonly id: string;
  readonly path: string | null;
  readonly expiresAt: string | null;
  readonly usesLeft: number | null;
  readonly allowsRegistration: boolean;
  readonly createdBy: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
};

export type SaveMessageMutationVariables = Exact<{
  input: SaveMessageInput;
}>;

export type SaveMessageMutation = {
  readonly saveMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type UnsaveMessageMutationVariables = Exact<{
  input: UnsaveMessageInput;
}>;

export type UnsaveMessageMutation = {
  readonly unsaveMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    } | null;
  };
};

export type PinsQueryVariables = Exact<{
  roomId: string;
  after?: string | null | undefined;
}>;

export type PinsQuery = {
  readonly room: {
    readonly pins: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly number: number;
        readonly seq: number;
        readonly body: string;
        readonly createdAt: string;
        readonly editedAt: string | null;
        readonly deletedAt: string | null;
        readonly isStreaming: boolean;
        readonly isBrokenOff: boolean;
        readonly nonce: string | null;
        readonly mentionsRoom: boolean;
        readonly pinnedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
        readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
        readonly attachments: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly url: string;
          readonly thumbnailUrl: string | null;
          readonly width: number | null;
          readonly height: number | null;
        }>;
        readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
        readonly replyTo: {
          readonly id: string;
          readonly number: number;
          readonly body: string;
          readonly deletedAt: string | null;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly attachments: ReadonlyArray<{ readonly name: string }>;
        } | null;
        readonly thread: { readonly id: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type SavedMessagesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type SavedMessagesQuery = {
  readonly viewer: {
    readonly savedMessages: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly number: number;
        readonly seq: number;
        readonly body: string;
        readonly createdAt: string;
        readonly editedAt: string | null;
        readonly deletedAt: string | null;
        readonly isStreaming: boolean;
        readonly isBrokenOff: boolean;
        readonly nonce: string | null;
        readonly mentionsRoom: boolean;
        readonly pinnedAt: string | null;
        readonly room: { readonly id: string; readonly name: string };
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
        readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
        readonly attachments: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly url: string;
          readonly thumbnailUrl: string | null;
          readonly width: number | null;
          readonly height: number | null;
        }>;
        readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
        readonly replyTo: {
          readonly id: string;
          readonly number: number;
          readonly body: string;
          readonly deletedAt: string | null;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly attachments: ReadonlyArray<{ readonly name: string }>;
        } | null;
        readonly thread: { readonly id: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type SetActiveMutationVariables = Exact<{
  input: SetActiveInput;
}>;

export type SetActiveMutation = { readonly setActive: { readonly ok: boolean } };

export type PushDeliveryFieldsFragment = {
  readonly kind: PushKind;
  readonly status: PushStatus;
  readonly at: string;
  readonly messageId: string | null;
  readonly deviceName: string;
};

export type PushSubscriptionFieldsFragment = {
  readonly id: string;
  readonly deviceName: string;
  readonly createdAt: string;
  readonly lastDeliveryAt: string | null;
  readonly isCurrent: boolean;
  readonly deliveries: ReadonlyArray<{
    readonly kind: PushKind;
    readonly status: PushStatus;
    readonly at: string;
    readonly messageId: string | null;
    readonly deviceName: string;
  }>;
};

export type RegisterPushSubscriptionMutationVariables = Exact<{
  input: RegisterPushSubscriptionInput;
}>;

export type RegisterPushSubscriptionMutation = {
  readonly registerPushSubscription: {
    readonly pushSubscription: {
      readonly id: string;
      readonly deviceName: string;
      readonly createdAt: string;
      readonly lastDeliveryAt: string | null;
      readonly isCurrent: boolean;
      readonly deliveries: ReadonlyArray<{
        readonly kind: PushKind;
        readonly status: PushStatus;
        readonly at: string;
        readonly messageId: string | null;
        readonly deviceName: string;
      }>;
    };
  };
};

export type PushPublicKeyQueryVariables = Exact<{ [key: string]: never }>;

export type PushPublicKeyQuery = { readonly server: { readonly pushPublicKey: string | null } };

export type SetDoNotDisturbMutationVariables = Exact<{
  input: SetDoNotDisturbInput;
}>;

export type SetDoNotDisturbMutation = { readonly setDoNotDisturb: { readonly doNotDisturbUntil: string | null } };

export type NotificationPageQueryVariables = Exact<{ [key: string]: never }>;

export type NotificationPageQuery = {
  readonly viewer: {
    readonly eventCursor: string;
    readonly doNotDisturbUntil: string | null;
    readonly notificationSettings: {
      readonly keywords: ReadonlyArray<string>;
      readonly showsText: boolean;
      readonly quietHours: {
        readonly from: string;
        readonly until: string;
        readonly days: ReadonlyArray<Weekday>;
        readonly timeZone: string | null;
      } | null;
    };
    readonly pushSubscriptions: ReadonlyArray<{
      readonly id: string;
      readonly deviceName: string;
      readonly createdAt: string;
      readonly lastDeliveryAt: string | null;
      readonly isCurrent: boolean;
      readonly deliveries: ReadonlyArray<{
        readonly kind: PushKind;
        readonly status: PushStatus;
        readonly at: string;
        readonly messageId: string | null;
        readonly deviceName: string;
      }>;
    }>;
    readonly user: { readonly id: string; readonly timeZone: string | null };
  } | null;
  readonly server: { readonly pushPublicKey: string | null };
};

export type NotificationEventsSubscriptionVariables = Exact<{
  after: string;
}>;

export type NotificationEventsSubscription = {
  readonly events: {
    readonly event:
      | { readonly __typename: 'AdministratorChanged' }
      | { readonly __typename: 'BlockedUsersChanged' }
      | { readonly __typename: 'CommandInvoked' }
      | { readonly __typename: 'DoNotDisturbChanged' }
      | { readonly __typename: 'EmailAddressChanged' }
      | { readonly __typename: 'EmailNotificationsChanged' }
      | { readonly __typename: 'LinkPreviewsChanged' }
      | { readonly __typename: 'MemberJoined' }
      | { readonly __typename: 'MemberLeft' }
      | { readonly __typename: 'MemberRoleChanged' }
      | { readonly __typename: 'MessageDeleted' }
      | { readonly __typename: 'MessageEdited' }
      | { readonly __typename: 'MessagePinned' }
      | { readonly __typename: 'MessageSent' }
      | { readonly __typename: 'MessageUnpinned' }
      | { readonly __typename: 'NoticeReceived' }
      | { readonly __typename: 'NotificationSettingsChanged' }
      | { readonly __typename: 'PublicRoomAdded' }
      | { readonly __typename: 'PublicRoomChanged' }
      | { readonly __typename: 'PublicRoomRemoved' }
      | { readonly __typename: 'ReactionAdded' }
      | { readonly __typename: 'ReactionRemoved' }
      | { readonly __typename: 'ReportsChanged' }
      | { readonly __typename: 'RoomChanged' }
      | { readonly __typename: 'RoomDeleted' }
      | { readonly __typename: 'RoomStateChanged' }
      | { readonly __typename: 'RoomsArranged' }
      | { readonly __typename: 'SavedMessagesChanged' }
      | { readonly __typename: 'SessionEnded' }
      | { readonly __typename: 'SessionOpened' }
      | { readonly __typename: 'ThreadMessageDeleted' }
      | { readonly __typename: 'ThreadMessageEdited' }
      | { readonly __typename: 'ThreadMessageSent' }
      | { readonly __typename: 'ThreadStateChanged' }
      | { readonly __typename: 'UserChanged' }
      | null;
  };
};

export type SetNotificationSettingsMutationVariables = Exact<{
  input: SetNotificationSettingsInput;
}>;

export type SetNotificationSettingsMutation = {
  readonly setNotificationSettings: {
    readonly notificationSettings: {
      readonly keywords: ReadonlyArray<string>;
      readonly showsText: boolean;
      readonly quietHours: {
        readonly from: string;
        readonly until: string;
        readonly days: ReadonlyArray<Weekday>;
        readonly timeZone: string | null;
      } | null;
    };
  };
};

export type RemovePushSubscriptionMutationVariables = Exact<{
  input: RemovePushSubscriptionInput;
}>;

export type RemovePushSubscriptionMutation = { readonly removePushSubscription: { readonly ok: boolean } };

export type TestPushSubscriptionMutationVariables = Exact<{
  input: TestPushSubscriptionInput;
}>;

export type TestPushSubscriptionMutation = { readonly testPushSubscription: { readonly ok: boolean } };

export type WhyNotifiedQueryVariables = Exact<{
  messageId: string;
}>;

export type WhyNotifiedQuery = {
  readonly whyNotified: {
    readonly isNotified: boolean;
    readonly reason: NotificationReason;
    readonly keyword: string | null;
    readonly deliveries: ReadonlyArray<{
      readonly kind: PushKind;
      readonly status: PushStatus;
      readonly at: string;
      readonly messageId: string | null;
      readonly deviceName: string;
    }>;
    readonly email: { readonly status: EmailNoticeStatus; readonly at: string } | null;
  };
};

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;

export type SendMessageMutation = {
  readonly sendMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type EditMessageMutationVariables = Exact<{
  input: EditMessageInput;
}>;

export type EditMessageMutation = {
  readonly editMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type DeleteMessageMutationVariables = Exact<{
  input: DeleteMessageInput;
}>;

export type DeleteMessageMutation = {
  readonly deleteMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type PinMessageMutationVariables = Exact<{
  input: PinMessageInput;
}>;

export type PinMessageMutation = {
  readonly pinMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type UnpinMessageMutationVariables = Exact<{
  input: UnpinMessageInput;
}>;

export type UnpinMessageMutation = {
  readonly unpinMessage: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type BlockedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type BlockedQuery = {
  readonly viewer: {
    readonly blockedUsers: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type BlockUserMutationVariables = Exact<{
  input: BlockUserInput;
}>;

export type BlockUserMutation = { readonly blockUser: { readonly user: { readonly id: string } } };

export type UnblockUserMutationVariables = Exact<{
  input: UnblockUserInput;
}>;

export type UnblockUserMutation = { readonly unblockUser: { readonly user: { readonly id: string } } };

export type OpenDirectRoomMutationVariables = Exact<{
  input: OpenDirectRoomInput;
}>;

export type OpenDirectRoomMutation = {
  readonly openDirectRoom: {
    readonly room: {
      readonly slowModeUntil: string | null;
      readonly openReportCount: number | null;
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
      readonly members: {
        readonly nodes: ReadonlyArray<{
          readonly role: RoomRole;
          readonly joinedAt: string;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      } | null;
      readonly messages: {
        readonly memberEvents: ReadonlyArray<
          | {
              readonly __typename: 'MemberJoined';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberLeft';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberRoleChanged';
              readonly role: RoomRole | null;
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
        >;
        readonly roomChanges: ReadonlyArray<{
          readonly __typename: 'RoomChanged';
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly changes: ReadonlyArray<RoomChange>;
          readonly visibility: RoomVisibility | null;
          readonly posting: RoomPosting | null;
          readonly slowModeSeconds: number | null;
          readonly keepMessagesDays: number | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }>;
        readonly edges: ReadonlyArray<{
          readonly cursor: string;
          readonly node: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly startedThread: {
              readonly id: string;
              readonly messageCount: number;
              readonly lastMessageAt: string;
              readonly participants: ReadonlyArray<{
                readonly id: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly avatarUrl: string | null;
              }>;
            } | null;
            readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
      } | null;
      readonly directUsers: ReadonlyArray<{
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      }> | null;
      readonly viewerMembership: { readonly role: RoomRole } | null;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  };
};

export type CloseDirectRoomMutationVariables = Exact<{
  input: CloseDirectRoomInput;
}>;

export type CloseDirectRoomMutation = {
  readonly closeDirectRoom: {
    readonly room: {
      readonly id: string;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  };
};

export type PersonCardQueryVariables = Exact<{
  username: string;
}>;

export type PersonCardQuery = {
  readonly userByUsername: {
    readonly about: string | null;
    readonly timeZone: string | null;
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly bot: { readonly owner: { readonly id: string; readonly displayName: string } } | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  } | null;
};

export type ProfileFieldsFragment = {
  readonly about: string | null;
  readonly timeZone: string | null;
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: UserKind;
  readonly createdAt: string;
  readonly avatarUrl: string | null;
  readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
};

export type RoomPresenceSubscriptionVariables = Exact<{
  roomId: string;
}>;

export type RoomPresenceSubscription = {
  readonly roomPresence: {
    readonly hereCount: number;
    readonly here: ReadonlyArray<{
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    }>;
    readonly typing: ReadonlyArray<{
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    }>;
  };
};

export type PeoplePresenceSubscriptionVariables = Exact<{
  userIds: ReadonlyArray<string> | string;
}>;

export type PeoplePresenceSubscription = { readonly presence: { readonly onlineIds: ReadonlyArray<string> } };

export type AddReactionMutationVariables = Exact<{
  input: AddReactionInput;
}>;

export type AddReactionMutation = {
  readonly addReaction: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type RemoveReactionMutationVariables = Exact<{
  input: RemoveReactionInput;
}>;

export type RemoveReactionMutation = {
  readonly removeReaction: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type WhoReactedQueryVariables = Exact<{
  messageId: string;
}>;

export type WhoReactedQuery = {
  readonly message: {
    readonly reactions: ReadonlyArray<{
      readonly emoji: string;
      readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string; readonly displayName: string }> };
    }>;
  } | null;
};

export type MarkUnreadMutationVariables = Exact<{
  input: MarkUnreadInput;
}>;

export type MarkUnreadMutation = {
  readonly markUnread: {
    readonly room: {
      readonly id: string;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
    readonly thread: {
      readonly id: string;
      readonly viewerState: {
        readonly follows: boolean;
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly asOfSeq: number;
      } | null;
    } | null;
  };
};

export type SetRoomPreferencesMutationVariables = Exact<{
  input: SetRoomPreferencesInput;
}>;

export type SetRoomPreferencesMutation = {
  readonly setRoomPreferences: {
    readonly room: {
      readonly id: string;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  };
};

export type RoomReadingFieldsFragment = {
  readonly id: string;
  readonly viewerState: {
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly unreadThreadCount: number;
    readonly unreadThreadMentionCount: number;
    readonly asOfSeq: number;
    readonly notify: NotifyLevel;
    readonly isMuted: boolean;
    readonly mutedUntil: string | null;
    readonly isFavourite: boolean;
    readonly isClosed: boolean;
  } | null;
};

export type MarkedThreadFieldsFragment = {
  readonly id: string;
  readonly viewerState: {
    readonly follows: boolean;
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly asOfSeq: number;
  } | null;
};

export type FollowThreadMutationVariables = Exact<{
  input: FollowThreadInput;
}>;

export type FollowThreadMutation = {
  readonly followThread: {
    readonly thread: {
      readonly id: string;
      readonly viewerState: {
        readonly follows: boolean;
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly asOfSeq: number;
      } | null;
      readonly room: {
        readonly id: string;
        readonly viewerState: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
      };
    };
  };
};

export type FollowedThreadEndsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type FollowedThreadEndsQuery = {
  readonly viewer: {
    readonly threads: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly messages: { readonly nodes: ReadonlyArray<{ readonly number: number; readonly seq: number }> };
        readonly viewerState: {
          readonly follows: boolean;
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly asOfSeq: number;
        } | null;
        readonly room: {
          readonly id: string;
          readonly viewerState: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type ReportsQueryVariables = Exact<{
  roomId?: string | null | undefined;
  state?: ReportState | null | undefined;
  after?: string | null | undefined;
}>;

export type ReportsQuery = {
  readonly viewer: { readonly eventCursor: string } | null;
  readonly reports: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly createdAt: string;
      readonly reason: string;
      readonly messageId: string;
      readonly roomId: string;
      readonly roomName: string;
      readonly body: string;
      readonly fileNames: ReadonlyArray<string>;
      readonly closedAt: string | null;
      readonly actions: ReadonlyArray<ReportAction>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly reporter: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly closedBy: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ReportEventsSubscriptionVariables = Exact<{
  after: string;
}>;

export type ReportEventsSubscription = {
  readonly events: { readonly event: { readonly roomId: string } | Record<PropertyKey, never> | null };
};

export type ReportMessageMutationVariables = Exact<{
  input: ReportMessageInput;
}>;

export type ReportMessageMutation = { readonly reportMessage: { readonly ok: boolean } };

export type CloseReportMutationVariables = Exact<{
  input: CloseReportInput;
}>;

export type CloseReportMutation = {
  readonly closeReport: {
    readonly report: {
      readonly id: string;
      readonly createdAt: string;
      readonly reason: string;
      readonly messageId: string;
      readonly roomId: string;
      readonly roomName: string;
      readonly body: string;
      readonly fileNames: ReadonlyArray<string>;
      readonly closedAt: string | null;
      readonly actions: ReadonlyArray<ReportAction>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly reporter: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly closedBy: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      } | null;
    };
  };
};

export type ReportFieldsFragment = {
  readonly id: string;
  readonly createdAt: string;
  readonly reason: string;
  readonly messageId: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly body: string;
  readonly fileNames: ReadonlyArray<string>;
  readonly closedAt: string | null;
  readonly actions: ReadonlyArray<ReportAction>;
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly reporter: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly closedBy: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

export type RoomBansQueryVariables = Exact<{
  roomId: string;
  after?: string | null | undefined;
}>;

export type RoomBansQuery = {
  readonly room: {
    readonly bans: {
      readonly nodes: ReadonlyArray<{
        readonly reason: string | null;
        readonly createdAt: string;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly by: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type BanMemberMutationVariables = Exact<{
  input: BanMemberInput;
}>;

export type BanMemberMutation = {
  readonly banMember: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
  };
};

export type UnbanMemberMutationVariables = Exact<{
  input: UnbanMemberInput;
}>;

export type UnbanMemberMutation = { readonly unbanMember: { readonly room: { readonly id: string } } };

export type BanFieldsFragment = {
  readonly reason: string | null;
  readonly createdAt: string;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly by: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

export type MoreMembersQueryVariables = Exact<{
  roomId: string;
  after: string;
}>;

export type MoreMembersQuery = {
  readonly room: {
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly role: RoomRole;
        readonly joinedAt: string;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type AddMemberMutationVariables = Exact<{
  input: AddMemberInput;
}>;

export type AddMemberMutation = {
  readonly addMember: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
    readonly member: {
      readonly role: RoomRole;
      readonly joinedAt: string;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
    };
  };
};

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;

export type RemoveMemberMutation = {
  readonly removeMember: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
  };
};

export type SetMemberRoleMutationVariables = Exact<{
  input: SetMemberRoleInput;
}>;

export type SetMemberRoleMutation = {
  readonly setMemberRole: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
    readonly member: {
      readonly role: RoomRole;
      readonly joinedAt: string;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
    };
  };
};

export type FindPeopleQueryVariables = Exact<{
  query: string;
  first: number;
}>;

export type FindPeopleQuery = {
  readonly users: ReadonlyArray<{
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  }>;
};

export type SearchRoomsQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
  people: boolean;
}>;

export type SearchRoomsQuery = {
  readonly rooms: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly users?: ReadonlyArray<{
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  }>;
};

export type RoomByNameQueryVariables = Exact<{
  name: string;
}>;

export type RoomByNameQuery = {
  readonly roomByName: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  } | null;
};

export type CreateRoomMutationVariables = Exact<{
  input: CreateRoomInput;
}>;

export type CreateRoomMutation = {
  readonly createRoom: {
    readonly room: {
      readonly slowModeUntil: string | null;
      readonly openReportCount: number | null;
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
      readonly members: {
        readonly nodes: ReadonlyArray<{
          readonly role: RoomRole;
          readonly joinedAt: string;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      } | null;
      readonly messages: {
        readonly memberEvents: ReadonlyArray<
          | {
              readonly __typename: 'MemberJoined';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberLeft';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberRoleChanged';
              readonly role: RoomRole | null;
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
        >;
        readonly roomChanges: ReadonlyArray<{
          readonly __typename: 'RoomChanged';
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly changes: ReadonlyArray<RoomChange>;
          readonly visibility: RoomVisibility | null;
          readonly posting: RoomPosting | null;
          readonly slowModeSeconds: number | null;
          readonly keepMessagesDays: number | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }>;
        readonly edges: ReadonlyArray<{
          readonly cursor: string;
          readonly node: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly startedThread: {
              readonly id: string;
              readonly messageCount: number;
              readonly lastMessageAt: string;
              readonly participants: ReadonlyArray<{
                readonly id: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly avatarUrl: string | null;
              }>;
            } | null;
            readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
      } | null;
      readonly directUsers: ReadonlyArray<{
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      }> | null;
      readonly viewerMembership: { readonly role: RoomRole } | null;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  };
};

export type UpdateRoomMutationVariables = Exact<{
  input: UpdateRoomInput;
}>;

export type UpdateRoomMutation = {
  readonly updateRoom: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
  };
};

export type JoinRoomMutationVariables = Exact<{
  input: JoinRoomInput;
}>;

export type JoinRoomMutation = {
  readonly joinRoom: {
    readonly room: {
      readonly slowModeUntil: string | null;
      readonly openReportCount: number | null;
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
      readonly members: {
        readonly nodes: ReadonlyArray<{
          readonly role: RoomRole;
          readonly joinedAt: string;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      } | null;
      readonly messages: {
        readonly memberEvents: ReadonlyArray<
          | {
              readonly __typename: 'MemberJoined';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberLeft';
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
          | {
              readonly __typename: 'MemberRoleChanged';
              readonly role: RoomRole | null;
              readonly id: string;
              readonly seq: number;
              readonly at: string;
              readonly actor: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              } | null;
              readonly user: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
            }
        >;
        readonly roomChanges: ReadonlyArray<{
          readonly __typename: 'RoomChanged';
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly changes: ReadonlyArray<RoomChange>;
          readonly visibility: RoomVisibility | null;
          readonly posting: RoomPosting | null;
          readonly slowModeSeconds: number | null;
          readonly keepMessagesDays: number | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }>;
        readonly edges: ReadonlyArray<{
          readonly cursor: string;
          readonly node: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly startedThread: {
              readonly id: string;
              readonly messageCount: number;
              readonly lastMessageAt: string;
              readonly participants: ReadonlyArray<{
                readonly id: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly avatarUrl: string | null;
              }>;
            } | null;
            readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
      } | null;
      readonly directUsers: ReadonlyArray<{
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      }> | null;
      readonly viewerMembership: { readonly role: RoomRole } | null;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  };
};

export type LeaveRoomMutationVariables = Exact<{
  input: LeaveRoomInput;
}>;

export type LeaveRoomMutation = { readonly leaveRoom: { readonly room: { readonly id: string } | null } };

export type ArchiveRoomMutationVariables = Exact<{
  input: ArchiveRoomInput;
}>;

export type ArchiveRoomMutation = {
  readonly archiveRoom: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
  };
};

export type UnarchiveRoomMutationVariables = Exact<{
  input: UnarchiveRoomInput;
}>;

export type UnarchiveRoomMutation = {
  readonly unarchiveRoom: {
    readonly room: {
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    };
  };
};

export type DeleteRoomMutationVariables = Exact<{
  input: DeleteRoomInput;
}>;

export type DeleteRoomMutation = { readonly deleteRoom: { readonly ok: boolean } };

export type SetRoomOrderMutationVariables = Exact<{
  input: SetRoomOrderInput;
}>;

export type SetRoomOrderMutation = {
  readonly setRoomOrder: {
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
  };
};

export type CreateRoomSectionMutationVariables = Exact<{
  input: CreateRoomSectionInput;
}>;

export type CreateRoomSectionMutation = {
  readonly createRoomSection: {
    readonly section: { readonly id: string };
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
  };
};

export type UpdateRoomSectionMutationVariables = Exact<{
  input: UpdateRoomSectionInput;
}>;

export type UpdateRoomSectionMutation = {
  readonly updateRoomSection: {
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
  };
};

export type DeleteRoomSectionMutationVariables = Exact<{
  input: DeleteRoomSectionInput;
}>;

export type DeleteRoomSectionMutation = {
  readonly deleteRoomSection: {
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
  };
};

export type MoveRoomsMutationVariables = Exact<{
  input: MoveRoomsInput;
}>;

export type MoveRoomsMutation = {
  readonly moveRooms: {
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
  };
};

export type SearchMessagesQueryVariables = Exact<{
  query: string;
  timeZone: string;
  after?: string | null | undefined;
}>;

export type SearchMessagesQuery = {
  readonly search: {
    readonly indexedSince: string | null;
    readonly nodes: ReadonlyArray<{
      readonly message: {
        readonly id: string;
        readonly number: number;
        readonly createdAt: string;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly room: { readonly id: string; readonly name: string };
        readonly thread: { readonly id: string } | null;
        readonly attachments: ReadonlyArray<{ readonly id: string; readonly name: string }>;
      };
      readonly excerpt: ReadonlyArray<{ readonly text: string; readonly isMatch: boolean }>;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type PeopleToSearchQueryVariables = Exact<{
  query: string;
}>;

export type PeopleToSearchQuery = {
  readonly users: ReadonlyArray<{
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  }>;
};

export type FollowedThreadsQueryVariables = Exact<{
  after?: string | null | undefined;
  isFirst: boolean;
}>;

export type FollowedThreadsQuery = {
  readonly viewer: {
    readonly unread?: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly messageCount: number;
        readonly lastMessageAt: string;
        readonly room: {
          readonly name: string;
          readonly id: string;
          readonly viewerState: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
        };
        readonly root: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly participants: ReadonlyArray<{
          readonly id: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly avatarUrl: string | null;
        }>;
        readonly viewerState: {
          readonly follows: boolean;
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly asOfSeq: number;
        } | null;
      }>;
    };
    readonly threads: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly messageCount: number;
        readonly lastMessageAt: string;
        readonly room: {
          readonly name: string;
          readonly id: string;
          readonly viewerState: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
        };
        readonly root: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly participants: ReadonlyArray<{
          readonly id: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly avatarUrl: string | null;
        }>;
        readonly viewerState: {
          readonly follows: boolean;
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly asOfSeq: number;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type FollowedThreadFieldsFragment = {
  readonly id: string;
  readonly messageCount: number;
  readonly lastMessageAt: string;
  readonly room: {
    readonly name: string;
    readonly id: string;
    readonly viewerState: {
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly unreadThreadCount: number;
      readonly unreadThreadMentionCount: number;
      readonly asOfSeq: number;
      readonly notify: NotifyLevel;
      readonly isMuted: boolean;
      readonly mutedUntil: string | null;
      readonly isFavourite: boolean;
      readonly isClosed: boolean;
    } | null;
  };
  readonly root: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly participants: ReadonlyArray<{
    readonly id: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly avatarUrl: string | null;
  }>;
  readonly viewerState: {
    readonly follows: boolean;
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly asOfSeq: number;
  } | null;
};

export type OlderMessagesQueryVariables = Exact<{
  roomId: string;
  before: string;
}>;

export type OlderMessagesQuery = {
  readonly room: {
    readonly messages: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
  } | null;
};

export type NewerMessagesQueryVariables = Exact<{
  roomId: string;
  after: string;
}>;

export type NewerMessagesQuery = {
  readonly room: {
    readonly messages: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
  } | null;
};

export type LatestMessagesQueryVariables = Exact<{
  roomId: string;
}>;

export type LatestMessagesQuery = {
  readonly room: {
    readonly messages: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
  } | null;
};

export type MessagesAroundQueryVariables = Exact<{
  roomId: string;
  number: number;
}>;

export type MessagesAroundQuery = {
  readonly room: {
    readonly page: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
  } | null;
};

export type MessagesAtQueryVariables = Exact<{
  roomId: string;
  time: string;
}>;

export type MessagesAtQuery = {
  readonly room: {
    readonly page: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
  } | null;
};

export type RemoveLinkPreviewsMutationVariables = Exact<{
  input: RemoveLinkPreviewsInput;
}>;

export type RemoveLinkPreviewsMutation = {
  readonly removeLinkPreviews: {
    readonly message: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  };
};

export type RoomStreamsSubscriptionVariables = Exact<{
  roomId: string;
}>;

export type RoomStreamsSubscription = {
  readonly roomStreams: { readonly offset: number; readonly text: string; readonly message: { readonly id: string } };
};

export type OlderRepliesQueryVariables = Exact<{
  id: string;
  before: string;
}>;

export type OlderRepliesQuery = {
  readonly thread: {
    readonly messages: {
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    };
  } | null;
};

export type NewerRepliesQueryVariables = Exact<{
  id: string;
  after: string;
}>;

export type NewerRepliesQuery = {
  readonly thread: {
    readonly messages: {
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    };
  } | null;
};

export type LatestRepliesQueryVariables = Exact<{
  id: string;
}>;

export type LatestRepliesQuery = {
  readonly thread: {
    readonly messages: {
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    };
  } | null;
};

export type RepliesAroundQueryVariables = Exact<{
  id: string;
  number: number;
}>;

export type RepliesAroundQuery = {
  readonly thread: {
    readonly messages: {
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    };
  } | null;
};

export type RepliesAtQueryVariables = Exact<{
  id: string;
  time: string;
}>;

export type RepliesAtQuery = {
  readonly thread: {
    readonly messages: {
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    };
  } | null;
};

export type EventsSubscriptionVariables = Exact<{
  after: string;
}>;

export type EventsSubscription = {
  readonly events: {
    readonly cursor: string;
    readonly mark: FeedMark | null;
    readonly live: boolean;
    readonly event:
      | {
          readonly __typename: 'AdministratorChanged';
          readonly isAdministrator: boolean;
          readonly openReportCount: number;
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'BlockedUsersChanged';
          readonly userId: string;
          readonly isBlocked: boolean;
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'CommandInvoked';
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'DoNotDisturbChanged';
          readonly until: string | null;
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'EmailAddressChanged';
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'EmailNotificationsChanged';
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'LinkPreviewsChanged';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MemberJoined';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly company: {
            readonly directUsers: ReadonlyArray<{
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            }> | null;
          };
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly member: {
            readonly role: RoomRole;
            readonly joinedAt: string;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MemberLeft';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MemberRoleChanged';
          readonly seq: number;
          readonly role: RoomRole | null;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly member: {
            readonly role: RoomRole;
            readonly joinedAt: string;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MessageDeleted';
          readonly seq: number;
          readonly roomMention: RoomMentionChange | null;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MessageEdited';
          readonly seq: number;
          readonly roomMention: RoomMentionChange | null;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MessagePinned';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MessageSent';
          readonly seq: number;
          readonly roomMention: RoomMentionChange | null;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'MessageUnpinned';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'NoticeReceived';
          readonly id: string;
          readonly at: string;
          readonly notice: {
            readonly id: string;
            readonly kind: NoticeKind;
            readonly createdAt: string;
            readonly roomName: string;
            readonly messageId: string;
            readonly words: string | null;
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'NotificationSettingsChanged';
          readonly id: string;
          readonly at: string;
          readonly notificationSettings: {
            readonly keywords: ReadonlyArray<string>;
            readonly showsText: boolean;
            readonly quietHours: {
              readonly from: string;
              readonly until: string;
              readonly days: ReadonlyArray<Weekday>;
              readonly timeZone: string | null;
            } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'PublicRoomAdded';
          readonly roomId: string;
          readonly id: string;
          readonly at: string;
          readonly listed: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'PublicRoomChanged';
          readonly roomId: string;
          readonly id: string;
          readonly at: string;
          readonly listed: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'PublicRoomRemoved';
          readonly roomId: string;
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ReactionAdded';
          readonly seq: number;
          readonly emoji: string;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ReactionRemoved';
          readonly seq: number;
          readonly emoji: string;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ReportsChanged';
          readonly roomId: string;
          readonly openReportCount: number;
          readonly openInRoomCount: number | null;
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'RoomChanged';
          readonly seq: number;
          readonly changes: ReadonlyArray<RoomChange>;
          readonly visibility: RoomVisibility | null;
          readonly posting: RoomPosting | null;
          readonly slowModeSeconds: number | null;
          readonly keepMessagesDays: number | null;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'RoomDeleted';
          readonly roomId: string;
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'RoomStateChanged';
          readonly roomId: string;
          readonly id: string;
          readonly at: string;
          readonly state: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'RoomsArranged';
          readonly id: string;
          readonly at: string;
          readonly roomArrangement: {
            readonly order: RoomOrder;
            readonly ownOrder: ReadonlyArray<string>;
            readonly sections: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly roomIds: ReadonlyArray<string>;
            }>;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'SavedMessagesChanged';
          readonly messageId: string;
          readonly isSaved: boolean;
          readonly id: string;
          readonly at: string;
          readonly saved: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly room: { readonly id: string; readonly name: string };
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'SessionEnded';
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'SessionOpened';
          readonly id: string;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ThreadMessageDeleted';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly thread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly root: { readonly author: { readonly id: string } };
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ThreadMessageEdited';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly thread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly root: { readonly author: { readonly id: string } };
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ThreadMessageSent';
          readonly seq: number;
          readonly id: string;
          readonly at: string;
          readonly room: {
            readonly id: string;
            readonly kind: RoomKind;
            readonly name: string;
            readonly topic: string;
            readonly visibility: RoomVisibility;
            readonly posting: RoomPosting;
            readonly slowModeSeconds: number;
            readonly keepMessagesDays: number | null;
            readonly archivedAt: string | null;
            readonly memberCount: number;
          };
          readonly message: {
            readonly id: string;
            readonly number: number;
            readonly seq: number;
            readonly body: string;
            readonly createdAt: string;
            readonly editedAt: string | null;
            readonly deletedAt: string | null;
            readonly isStreaming: boolean;
            readonly isBrokenOff: boolean;
            readonly nonce: string | null;
            readonly mentionsRoom: boolean;
            readonly pinnedAt: string | null;
            readonly linkPreviews: ReadonlyArray<{
              readonly url: string;
              readonly title: string | null;
              readonly description: string | null;
              readonly imageUrl: string | null;
              readonly imageWidth: number | null;
              readonly imageHeight: number | null;
            }>;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
              readonly status: {
                readonly emoji: string | null;
                readonly text: string;
                readonly until: string | null;
              } | null;
            };
            readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
            readonly attachments: ReadonlyArray<{
              readonly id: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly url: string;
              readonly thumbnailUrl: string | null;
              readonly width: number | null;
              readonly height: number | null;
            }>;
            readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
            readonly replyTo: {
              readonly id: string;
              readonly number: number;
              readonly body: string;
              readonly deletedAt: string | null;
              readonly author: {
                readonly id: string;
                readonly username: string;
                readonly displayName: string;
                readonly kind: UserKind;
                readonly createdAt: string;
                readonly avatarUrl: string | null;
              };
              readonly attachments: ReadonlyArray<{ readonly name: string }>;
            } | null;
            readonly thread: { readonly id: string } | null;
          };
          readonly thread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly root: { readonly author: { readonly id: string } };
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'ThreadStateChanged';
          readonly roomId: string;
          readonly threadId: string;
          readonly id: string;
          readonly at: string;
          readonly threadState: {
            readonly follows: boolean;
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly asOfSeq: number;
          } | null;
          readonly roomState: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | {
          readonly __typename: 'UserChanged';
          readonly id: string;
          readonly at: string;
          readonly changed: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
        }
      | null;
  };
};

export type FeedItemFieldsFragment = {
  readonly cursor: string;
  readonly mark: FeedMark | null;
  readonly live: boolean;
  readonly event:
    | {
        readonly __typename: 'AdministratorChanged';
        readonly isAdministrator: boolean;
        readonly openReportCount: number;
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'BlockedUsersChanged';
        readonly userId: string;
        readonly isBlocked: boolean;
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'CommandInvoked';
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'DoNotDisturbChanged';
        readonly until: string | null;
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'EmailAddressChanged';
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'EmailNotificationsChanged';
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'LinkPreviewsChanged';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MemberJoined';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly company: {
          readonly directUsers: ReadonlyArray<{
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          }> | null;
        };
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly member: {
          readonly role: RoomRole;
          readonly joinedAt: string;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MemberLeft';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MemberRoleChanged';
        readonly seq: number;
        readonly role: RoomRole | null;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly member: {
          readonly role: RoomRole;
          readonly joinedAt: string;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MessageDeleted';
        readonly seq: number;
        readonly roomMention: RoomMentionChange | null;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MessageEdited';
        readonly seq: number;
        readonly roomMention: RoomMentionChange | null;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MessagePinned';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MessageSent';
        readonly seq: number;
        readonly roomMention: RoomMentionChange | null;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'MessageUnpinned';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'NoticeReceived';
        readonly id: string;
        readonly at: string;
        readonly notice: {
          readonly id: string;
          readonly kind: NoticeKind;
          readonly createdAt: string;
          readonly roomName: string;
          readonly messageId: string;
          readonly words: string | null;
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'NotificationSettingsChanged';
        readonly id: string;
        readonly at: string;
        readonly notificationSettings: {
          readonly keywords: ReadonlyArray<string>;
          readonly showsText: boolean;
          readonly quietHours: {
            readonly from: string;
            readonly until: string;
            readonly days: ReadonlyArray<Weekday>;
            readonly timeZone: string | null;
          } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'PublicRoomAdded';
        readonly roomId: string;
        readonly id: string;
        readonly at: string;
        readonly listed: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'PublicRoomChanged';
        readonly roomId: string;
        readonly id: string;
        readonly at: string;
        readonly listed: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'PublicRoomRemoved';
        readonly roomId: string;
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ReactionAdded';
        readonly seq: number;
        readonly emoji: string;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ReactionRemoved';
        readonly seq: number;
        readonly emoji: string;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ReportsChanged';
        readonly roomId: string;
        readonly openReportCount: number;
        readonly openInRoomCount: number | null;
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'RoomChanged';
        readonly seq: number;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'RoomDeleted';
        readonly roomId: string;
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'RoomStateChanged';
        readonly roomId: string;
        readonly id: string;
        readonly at: string;
        readonly state: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'RoomsArranged';
        readonly id: string;
        readonly at: string;
        readonly roomArrangement: {
          readonly order: RoomOrder;
          readonly ownOrder: ReadonlyArray<string>;
          readonly sections: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly roomIds: ReadonlyArray<string>;
          }>;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'SavedMessagesChanged';
        readonly messageId: string;
        readonly isSaved: boolean;
        readonly id: string;
        readonly at: string;
        readonly saved: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly room: { readonly id: string; readonly name: string };
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'SessionEnded';
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'SessionOpened';
        readonly id: string;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ThreadMessageDeleted';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly thread: {
          readonly id: string;
          readonly messageCount: number;
          readonly lastMessageAt: string;
          readonly root: { readonly author: { readonly id: string } };
          readonly participants: ReadonlyArray<{
            readonly id: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly avatarUrl: string | null;
          }>;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ThreadMessageEdited';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly thread: {
          readonly id: string;
          readonly messageCount: number;
          readonly lastMessageAt: string;
          readonly root: { readonly author: { readonly id: string } };
          readonly participants: ReadonlyArray<{
            readonly id: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly avatarUrl: string | null;
          }>;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ThreadMessageSent';
        readonly seq: number;
        readonly id: string;
        readonly at: string;
        readonly room: {
          readonly id: string;
          readonly kind: RoomKind;
          readonly name: string;
          readonly topic: string;
          readonly visibility: RoomVisibility;
          readonly posting: RoomPosting;
          readonly slowModeSeconds: number;
          readonly keepMessagesDays: number | null;
          readonly archivedAt: string | null;
          readonly memberCount: number;
        };
        readonly message: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
        readonly thread: {
          readonly id: string;
          readonly messageCount: number;
          readonly lastMessageAt: string;
          readonly root: { readonly author: { readonly id: string } };
          readonly participants: ReadonlyArray<{
            readonly id: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly avatarUrl: string | null;
          }>;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'ThreadStateChanged';
        readonly roomId: string;
        readonly threadId: string;
        readonly id: string;
        readonly at: string;
        readonly threadState: {
          readonly follows: boolean;
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly asOfSeq: number;
        } | null;
        readonly roomState: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | {
        readonly __typename: 'UserChanged';
        readonly id: string;
        readonly at: string;
        readonly changed: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }
    | null;
};

type EventFields_AdministratorChanged_Fragment = {
  readonly __typename: 'AdministratorChanged';
  readonly isAdministrator: boolean;
  readonly openReportCount: number;
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_BlockedUsersChanged_Fragment = {
  readonly __typename: 'BlockedUsersChanged';
  readonly userId: string;
  readonly isBlocked: boolean;
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_CommandInvoked_Fragment = {
  readonly __typename: 'CommandInvoked';
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_DoNotDisturbChanged_Fragment = {
  readonly __typename: 'DoNotDisturbChanged';
  readonly until: string | null;
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_EmailAddressChanged_Fragment = {
  readonly __typename: 'EmailAddressChanged';
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_EmailNotificationsChanged_Fragment = {
  readonly __typename: 'EmailNotificationsChanged';
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_LinkPreviewsChanged_Fragment = {
  readonly __typename: 'LinkPreviewsChanged';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MemberJoined_Fragment = {
  readonly __typename: 'MemberJoined';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly company: {
    readonly directUsers: ReadonlyArray<{
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    }> | null;
  };
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly member: {
    readonly role: RoomRole;
    readonly joinedAt: string;
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MemberLeft_Fragment = {
  readonly __typename: 'MemberLeft';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MemberRoleChanged_Fragment = {
  readonly __typename: 'MemberRoleChanged';
  readonly seq: number;
  readonly role: RoomRole | null;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly member: {
    readonly role: RoomRole;
    readonly joinedAt: string;
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MessageDeleted_Fragment = {
  readonly __typename: 'MessageDeleted';
  readonly seq: number;
  readonly roomMention: RoomMentionChange | null;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MessageEdited_Fragment = {
  readonly __typename: 'MessageEdited';
  readonly seq: number;
  readonly roomMention: RoomMentionChange | null;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MessagePinned_Fragment = {
  readonly __typename: 'MessagePinned';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MessageSent_Fragment = {
  readonly __typename: 'MessageSent';
  readonly seq: number;
  readonly roomMention: RoomMentionChange | null;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_MessageUnpinned_Fragment = {
  readonly __typename: 'MessageUnpinned';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_NoticeReceived_Fragment = {
  readonly __typename: 'NoticeReceived';
  readonly id: string;
  readonly at: string;
  readonly notice: {
    readonly id: string;
    readonly kind: NoticeKind;
    readonly createdAt: string;
    readonly roomName: string;
    readonly messageId: string;
    readonly words: string | null;
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_NotificationSettingsChanged_Fragment = {
  readonly __typename: 'NotificationSettingsChanged';
  readonly id: string;
  readonly at: string;
  readonly notificationSettings: {
    readonly keywords: ReadonlyArray<string>;
    readonly showsText: boolean;
    readonly quietHours: {
      readonly from: string;
      readonly until: string;
      readonly days: ReadonlyArray<Weekday>;
      readonly timeZone: string | null;
    } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_PublicRoomAdded_Fragment = {
  readonly __typename: 'PublicRoomAdded';
  readonly roomId: string;
  readonly id: string;
  readonly at: string;
  readonly listed: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_PublicRoomChanged_Fragment = {
  readonly __typename: 'PublicRoomChanged';
  readonly roomId: string;
  readonly id: string;
  readonly at: string;
  readonly listed: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_PublicRoomRemoved_Fragment = {
  readonly __typename: 'PublicRoomRemoved';
  readonly roomId: string;
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ReactionAdded_Fragment = {
  readonly __typename: 'ReactionAdded';
  readonly seq: number;
  readonly emoji: string;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ReactionRemoved_Fragment = {
  readonly __typename: 'ReactionRemoved';
  readonly seq: number;
  readonly emoji: string;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ReportsChanged_Fragment = {
  readonly __typename: 'ReportsChanged';
  readonly roomId: string;
  readonly openReportCount: number;
  readonly openInRoomCount: number | null;
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_RoomChanged_Fragment = {
  readonly __typename: 'RoomChanged';
  readonly seq: number;
  readonly changes: ReadonlyArray<RoomChange>;
  readonly visibility: RoomVisibility | null;
  readonly posting: RoomPosting | null;
  readonly slowModeSeconds: number | null;
  readonly keepMessagesDays: number | null;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_RoomDeleted_Fragment = {
  readonly __typename: 'RoomDeleted';
  readonly roomId: string;
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_RoomStateChanged_Fragment = {
  readonly __typename: 'RoomStateChanged';
  readonly roomId: string;
  readonly id: string;
  readonly at: string;
  readonly state: {
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly unreadThreadCount: number;
    readonly unreadThreadMentionCount: number;
    readonly asOfSeq: number;
    readonly notify: NotifyLevel;
    readonly isMuted: boolean;
    readonly mutedUntil: string | null;
    readonly isFavourite: boolean;
    readonly isClosed: boolean;
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_RoomsArranged_Fragment = {
  readonly __typename: 'RoomsArranged';
  readonly id: string;
  readonly at: string;
  readonly roomArrangement: {
    readonly order: RoomOrder;
    readonly ownOrder: ReadonlyArray<string>;
    readonly sections: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly roomIds: ReadonlyArray<string>;
    }>;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_SavedMessagesChanged_Fragment = {
  readonly __typename: 'SavedMessagesChanged';
  readonly messageId: string;
  readonly isSaved: boolean;
  readonly id: string;
  readonly at: string;
  readonly saved: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly room: { readonly id: string; readonly name: string };
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_SessionEnded_Fragment = {
  readonly __typename: 'SessionEnded';
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_SessionOpened_Fragment = {
  readonly __typename: 'SessionOpened';
  readonly id: string;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ThreadMessageDeleted_Fragment = {
  readonly __typename: 'ThreadMessageDeleted';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly thread: {
    readonly id: string;
    readonly messageCount: number;
    readonly lastMessageAt: string;
    readonly root: { readonly author: { readonly id: string } };
    readonly participants: ReadonlyArray<{
      readonly id: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly avatarUrl: string | null;
    }>;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ThreadMessageEdited_Fragment = {
  readonly __typename: 'ThreadMessageEdited';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly thread: {
    readonly id: string;
    readonly messageCount: number;
    readonly lastMessageAt: string;
    readonly root: { readonly author: { readonly id: string } };
    readonly participants: ReadonlyArray<{
      readonly id: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly avatarUrl: string | null;
    }>;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ThreadMessageSent_Fragment = {
  readonly __typename: 'ThreadMessageSent';
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly room: {
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  };
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  };
  readonly thread: {
    readonly id: string;
    readonly messageCount: number;
    readonly lastMessageAt: string;
    readonly root: { readonly author: { readonly id: string } };
    readonly participants: ReadonlyArray<{
      readonly id: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly avatarUrl: string | null;
    }>;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_ThreadStateChanged_Fragment = {
  readonly __typename: 'ThreadStateChanged';
  readonly roomId: string;
  readonly threadId: string;
  readonly id: string;
  readonly at: string;
  readonly threadState: {
    readonly follows: boolean;
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly asOfSeq: number;
  } | null;
  readonly roomState: {
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly unreadThreadCount: number;
    readonly unreadThreadMentionCount: number;
    readonly asOfSeq: number;
    readonly notify: NotifyLevel;
    readonly isMuted: boolean;
    readonly mutedUntil: string | null;
    readonly isFavourite: boolean;
    readonly isClosed: boolean;
  } | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

type EventFields_UserChanged_Fragment = {
  readonly __typename: 'UserChanged';
  readonly id: string;
  readonly at: string;
  readonly changed: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

export type EventFieldsFragment =
  | EventFields_AdministratorChanged_Fragment
  | EventFields_BlockedUsersChanged_Fragment
  | EventFields_CommandInvoked_Fragment
  | EventFields_DoNotDisturbChanged_Fragment
  | EventFields_EmailAddressChanged_Fragment
  | EventFields_EmailNotificationsChanged_Fragment
  | EventFields_LinkPreviewsChanged_Fragment
  | EventFields_MemberJoined_Fragment
  | EventFields_MemberLeft_Fragment
  | EventFields_MemberRoleChanged_Fragment
  | EventFields_MessageDeleted_Fragment
  | EventFields_MessageEdited_Fragment
  | EventFields_MessagePinned_Fragment
  | EventFields_MessageSent_Fragment
  | EventFields_MessageUnpinned_Fragment
  | EventFields_NoticeReceived_Fragment
  | EventFields_NotificationSettingsChanged_Fragment
  | EventFields_PublicRoomAdded_Fragment
  | EventFields_PublicRoomChanged_Fragment
  | EventFields_PublicRoomRemoved_Fragment
  | EventFields_ReactionAdded_Fragment
  | EventFields_ReactionRemoved_Fragment
  | EventFields_ReportsChanged_Fragment
  | EventFields_RoomChanged_Fragment
  | EventFields_RoomDeleted_Fragment
  | EventFields_RoomStateChanged_Fragment
  | EventFields_RoomsArranged_Fragment
  | EventFields_SavedMessagesChanged_Fragment
  | EventFields_SessionEnded_Fragment
  | EventFields_SessionOpened_Fragment
  | EventFields_ThreadMessageDeleted_Fragment
  | EventFields_ThreadMessageEdited_Fragment
  | EventFields_ThreadMessageSent_Fragment
  | EventFields_ThreadStateChanged_Fragment
  | EventFields_UserChanged_Fragment;

export type ThreadEventFieldsFragment = {
  readonly id: string;
  readonly messageCount: number;
  readonly lastMessageAt: string;
  readonly root: { readonly author: { readonly id: string } };
  readonly participants: ReadonlyArray<{
    readonly id: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly avatarUrl: string | null;
  }>;
};

export type RoomFieldsFragment = {
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly topic: string;
  readonly visibility: RoomVisibility;
  readonly posting: RoomPosting;
  readonly slowModeSeconds: number;
  readonly keepMessagesDays: number | null;
  readonly archivedAt: string | null;
  readonly memberCount: number;
};

export type MemberFieldsFragment = {
  readonly role: RoomRole;
  readonly joinedAt: string;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
};

export type MessageFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly isStreaming: boolean;
  readonly isBrokenOff: boolean;
  readonly nonce: string | null;
  readonly mentionsRoom: boolean;
  readonly pinnedAt: string | null;
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
  readonly attachments: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly url: string;
    readonly thumbnailUrl: string | null;
    readonly width: number | null;
    readonly height: number | null;
  }>;
  readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
  readonly replyTo: {
    readonly id: string;
    readonly number: number;
    readonly body: string;
    readonly deletedAt: string | null;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
    readonly attachments: ReadonlyArray<{ readonly name: string }>;
  } | null;
  readonly thread: { readonly id: string } | null;
};

export type LinkPreviewFieldsFragment = {
  readonly url: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly imageUrl: string | null;
  readonly imageWidth: number | null;
  readonly imageHeight: number | null;
};

export type QuoteFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly deletedAt: string | null;
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
  readonly attachments: ReadonlyArray<{ readonly name: string }>;
};

export type TimelineMessageFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly isStreaming: boolean;
  readonly isBrokenOff: boolean;
  readonly nonce: string | null;
  readonly mentionsRoom: boolean;
  readonly pinnedAt: string | null;
  readonly linkPreviews: ReadonlyArray<{
    readonly url: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly imageUrl: string | null;
    readonly imageWidth: number | null;
    readonly imageHeight: number | null;
  }>;
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
  readonly attachments: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly url: string;
    readonly thumbnailUrl: string | null;
    readonly width: number | null;
    readonly height: number | null;
  }>;
  readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
  readonly replyTo: {
    readonly id: string;
    readonly number: number;
    readonly body: string;
    readonly deletedAt: string | null;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
    readonly attachments: ReadonlyArray<{ readonly name: string }>;
  } | null;
  readonly thread: { readonly id: string } | null;
};

export type ReadMessageFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly isStreaming: boolean;
  readonly isBrokenOff: boolean;
  readonly nonce: string | null;
  readonly mentionsRoom: boolean;
  readonly pinnedAt: string | null;
  readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
  readonly linkPreviews: ReadonlyArray<{
    readonly url: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly imageUrl: string | null;
    readonly imageWidth: number | null;
    readonly imageHeight: number | null;
  }>;
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
  readonly attachments: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly url: string;
    readonly thumbnailUrl: string | null;
    readonly width: number | null;
    readonly height: number | null;
  }>;
  readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
  readonly replyTo: {
    readonly id: string;
    readonly number: number;
    readonly body: string;
    readonly deletedAt: string | null;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
    readonly attachments: ReadonlyArray<{ readonly name: string }>;
  } | null;
  readonly thread: { readonly id: string } | null;
};

export type FileFieldsFragment = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly url: string;
  readonly thumbnailUrl: string | null;
  readonly width: number | null;
  readonly height: number | null;
};

type MemberEventFields_MemberJoined_Fragment = {
  readonly __typename: 'MemberJoined';
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
};

type MemberEventFields_MemberLeft_Fragment = {
  readonly __typename: 'MemberLeft';
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
};

type MemberEventFields_MemberRoleChanged_Fragment = {
  readonly __typename: 'MemberRoleChanged';
  readonly role: RoomRole | null;
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  };
};

export type MemberEventFieldsFragment =
  | MemberEventFields_MemberJoined_Fragment
  | MemberEventFields_MemberLeft_Fragment
  | MemberEventFields_MemberRoleChanged_Fragment;

export type RoomChangeFieldsFragment = {
  readonly __typename: 'RoomChanged';
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly changes: ReadonlyArray<RoomChange>;
  readonly visibility: RoomVisibility | null;
  readonly posting: RoomPosting | null;
  readonly slowModeSeconds: number | null;
  readonly keepMessagesDays: number | null;
  readonly actor: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  } | null;
};

export type MessagePageFieldsFragment = {
  readonly memberEvents: ReadonlyArray<
    | {
        readonly __typename: 'MemberJoined';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
      }
    | {
        readonly __typename: 'MemberLeft';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
      }
    | {
        readonly __typename: 'MemberRoleChanged';
        readonly role: RoomRole | null;
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
      }
  >;
  readonly roomChanges: ReadonlyArray<{
    readonly __typename: 'RoomChanged';
    readonly id: string;
    readonly seq: number;
    readonly at: string;
    readonly changes: ReadonlyArray<RoomChange>;
    readonly visibility: RoomVisibility | null;
    readonly posting: RoomPosting | null;
    readonly slowModeSeconds: number | null;
    readonly keepMessagesDays: number | null;
    readonly actor: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    } | null;
  }>;
  readonly edges: ReadonlyArray<{
    readonly cursor: string;
    readonly node: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly startedThread: {
        readonly id: string;
        readonly messageCount: number;
        readonly lastMessageAt: string;
        readonly participants: ReadonlyArray<{
          readonly id: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly avatarUrl: string | null;
        }>;
      } | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
};

export type ThreadSummaryFieldsFragment = {
  readonly id: string;
  readonly messageCount: number;
  readonly lastMessageAt: string;
  readonly participants: ReadonlyArray<{
    readonly id: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly avatarUrl: string | null;
  }>;
};

export type ThreadViewerStateFieldsFragment = {
  readonly follows: boolean;
  readonly lastReadNumber: number;
  readonly unreadCount: number;
  readonly unreadMentionCount: number;
  readonly asOfSeq: number;
};

export type ThreadPageFieldsFragment = {
  readonly edges: ReadonlyArray<{
    readonly cursor: string;
    readonly node: {
      readonly id: string;
      readonly number: number;
      readonly seq: number;
      readonly body: string;
      readonly createdAt: string;
      readonly editedAt: string | null;
      readonly deletedAt: string | null;
      readonly isStreaming: boolean;
      readonly isBrokenOff: boolean;
      readonly nonce: string | null;
      readonly mentionsRoom: boolean;
      readonly pinnedAt: string | null;
      readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
      readonly linkPreviews: ReadonlyArray<{
        readonly url: string;
        readonly title: string | null;
        readonly description: string | null;
        readonly imageUrl: string | null;
        readonly imageWidth: number | null;
        readonly imageHeight: number | null;
      }>;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
      readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
      readonly attachments: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly url: string;
        readonly thumbnailUrl: string | null;
        readonly width: number | null;
        readonly height: number | null;
      }>;
      readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
      readonly replyTo: {
        readonly id: string;
        readonly number: number;
        readonly body: string;
        readonly deletedAt: string | null;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        };
        readonly attachments: ReadonlyArray<{ readonly name: string }>;
      } | null;
      readonly thread: { readonly id: string } | null;
    };
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
};

export type ThreadReadingFieldsFragment = {
  readonly id: string;
  readonly viewerState: {
    readonly follows: boolean;
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly asOfSeq: number;
  } | null;
  readonly room: {
    readonly id: string;
    readonly viewerState: {
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly unreadThreadCount: number;
      readonly unreadThreadMentionCount: number;
      readonly asOfSeq: number;
      readonly notify: NotifyLevel;
      readonly isMuted: boolean;
      readonly mutedUntil: string | null;
      readonly isFavourite: boolean;
      readonly isClosed: boolean;
    } | null;
  };
};

export type MemberPageFieldsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly role: RoomRole;
    readonly joinedAt: string;
    readonly user: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type OwnRoomFieldsFragment = {
  readonly slowModeUntil: string | null;
  readonly openReportCount: number | null;
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly topic: string;
  readonly visibility: RoomVisibility;
  readonly posting: RoomPosting;
  readonly slowModeSeconds: number;
  readonly keepMessagesDays: number | null;
  readonly archivedAt: string | null;
  readonly memberCount: number;
  readonly directUsers: ReadonlyArray<{
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  }> | null;
  readonly viewerMembership: { readonly role: RoomRole } | null;
  readonly viewerState: {
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly unreadThreadCount: number;
    readonly unreadThreadMentionCount: number;
    readonly asOfSeq: number;
    readonly notify: NotifyLevel;
    readonly isMuted: boolean;
    readonly mutedUntil: string | null;
    readonly isFavourite: boolean;
    readonly isClosed: boolean;
  } | null;
};

export type RoomViewerStateFieldsFragment = {
  readonly lastReadNumber: number;
  readonly unreadCount: number;
  readonly unreadMentionCount: number;
  readonly unreadThreadCount: number;
  readonly unreadThreadMentionCount: number;
  readonly asOfSeq: number;
  readonly notify: NotifyLevel;
  readonly isMuted: boolean;
  readonly mutedUntil: string | null;
  readonly isFavourite: boolean;
  readonly isClosed: boolean;
};

export type OpenRoomFieldsFragment = {
  readonly slowModeUntil: string | null;
  readonly openReportCount: number | null;
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly topic: string;
  readonly visibility: RoomVisibility;
  readonly posting: RoomPosting;
  readonly slowModeSeconds: number;
  readonly keepMessagesDays: number | null;
  readonly archivedAt: string | null;
  readonly memberCount: number;
  readonly members: {
    readonly nodes: ReadonlyArray<{
      readonly role: RoomRole;
      readonly joinedAt: string;
      readonly user: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
        readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
  readonly messages: {
    readonly memberEvents: ReadonlyArray<
      | {
          readonly __typename: 'MemberJoined';
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
        }
      | {
          readonly __typename: 'MemberLeft';
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
        }
      | {
          readonly __typename: 'MemberRoleChanged';
          readonly role: RoomRole | null;
          readonly id: string;
          readonly seq: number;
          readonly at: string;
          readonly actor: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          } | null;
          readonly user: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
        }
    >;
    readonly roomChanges: ReadonlyArray<{
      readonly __typename: 'RoomChanged';
      readonly id: string;
      readonly seq: number;
      readonly at: string;
      readonly changes: ReadonlyArray<RoomChange>;
      readonly visibility: RoomVisibility | null;
      readonly posting: RoomPosting | null;
      readonly slowModeSeconds: number | null;
      readonly keepMessagesDays: number | null;
      readonly actor: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      } | null;
    }>;
    readonly edges: ReadonlyArray<{
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly number: number;
        readonly seq: number;
        readonly body: string;
        readonly createdAt: string;
        readonly editedAt: string | null;
        readonly deletedAt: string | null;
        readonly isStreaming: boolean;
        readonly isBrokenOff: boolean;
        readonly nonce: string | null;
        readonly mentionsRoom: boolean;
        readonly pinnedAt: string | null;
        readonly startedThread: {
          readonly id: string;
          readonly messageCount: number;
          readonly lastMessageAt: string;
          readonly participants: ReadonlyArray<{
            readonly id: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly avatarUrl: string | null;
          }>;
        } | null;
        readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
        readonly linkPreviews: ReadonlyArray<{
          readonly url: string;
          readonly title: string | null;
          readonly description: string | null;
          readonly imageUrl: string | null;
          readonly imageWidth: number | null;
          readonly imageHeight: number | null;
        }>;
        readonly author: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
        readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
        readonly attachments: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly url: string;
          readonly thumbnailUrl: string | null;
          readonly width: number | null;
          readonly height: number | null;
        }>;
        readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
        readonly replyTo: {
          readonly id: string;
          readonly number: number;
          readonly body: string;
          readonly deletedAt: string | null;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
          };
          readonly attachments: ReadonlyArray<{ readonly name: string }>;
        } | null;
        readonly thread: { readonly id: string } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  } | null;
  readonly directUsers: ReadonlyArray<{
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
  }> | null;
  readonly viewerMembership: { readonly role: RoomRole } | null;
  readonly viewerState: {
    readonly lastReadNumber: number;
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly unreadThreadCount: number;
    readonly unreadThreadMentionCount: number;
    readonly asOfSeq: number;
    readonly notify: NotifyLevel;
    readonly isMuted: boolean;
    readonly mutedUntil: string | null;
    readonly isFavourite: boolean;
    readonly isClosed: boolean;
  } | null;
};

export type ViewerFieldsFragment = {
  readonly eventCursor: string;
  readonly isAdministrator: boolean;
  readonly openReportCount: number;
  readonly doNotDisturbUntil: string | null;
  readonly notificationSettings: {
    readonly keywords: ReadonlyArray<string>;
    readonly showsText: boolean;
    readonly quietHours: {
      readonly from: string;
      readonly until: string;
      readonly days: ReadonlyArray<Weekday>;
      readonly timeZone: string | null;
    } | null;
  };
  readonly roomArrangement: {
    readonly order: RoomOrder;
    readonly ownOrder: ReadonlyArray<string>;
    readonly sections: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly roomIds: ReadonlyArray<string>;
    }>;
  };
  readonly user: {
    readonly timeZone: string | null;
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly rooms: {
    readonly nodes: ReadonlyArray<{
      readonly slowModeUntil: string | null;
      readonly openReportCount: number | null;
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
      readonly directUsers: ReadonlyArray<{
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      }> | null;
      readonly viewerMembership: { readonly role: RoomRole } | null;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly unreadThreads: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly viewerState: {
        readonly follows: boolean;
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly asOfSeq: number;
      } | null;
      readonly room: {
        readonly id: string;
        readonly viewerState: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
      };
    }>;
  };
  readonly blockedUsers: {
    readonly nodes: ReadonlyArray<{ readonly id: string }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type NotificationSettingsFieldsFragment = {
  readonly keywords: ReadonlyArray<string>;
  readonly showsText: boolean;
  readonly quietHours: {
    readonly from: string;
    readonly until: string;
    readonly days: ReadonlyArray<Weekday>;
    readonly timeZone: string | null;
  } | null;
};

export type RoomArrangementFieldsFragment = {
  readonly order: RoomOrder;
  readonly ownOrder: ReadonlyArray<string>;
  readonly sections: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly roomIds: ReadonlyArray<string>;
  }>;
};

export type BlockedPageFieldsFragment = {
  readonly nodes: ReadonlyArray<{ readonly id: string }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type RoomListFieldsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type OwnRoomPageFieldsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly slowModeUntil: string | null;
    readonly openReportCount: number | null;
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
    readonly directUsers: ReadonlyArray<{
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    }> | null;
    readonly viewerMembership: { readonly role: RoomRole } | null;
    readonly viewerState: {
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly unreadThreadCount: number;
      readonly unreadThreadMentionCount: number;
      readonly asOfSeq: number;
      readonly notify: NotifyLevel;
      readonly isMuted: boolean;
      readonly mutedUntil: string | null;
      readonly isFavourite: boolean;
      readonly isClosed: boolean;
    } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type SavedMessageFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly isStreaming: boolean;
  readonly isBrokenOff: boolean;
  readonly nonce: string | null;
  readonly mentionsRoom: boolean;
  readonly pinnedAt: string | null;
  readonly room: { readonly id: string; readonly name: string };
  readonly author: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: UserKind;
    readonly createdAt: string;
    readonly avatarUrl: string | null;
    readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
  };
  readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
  readonly attachments: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly url: string;
    readonly thumbnailUrl: string | null;
    readonly width: number | null;
    readonly height: number | null;
  }>;
  readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
  readonly replyTo: {
    readonly id: string;
    readonly number: number;
    readonly body: string;
    readonly deletedAt: string | null;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    };
    readonly attachments: ReadonlyArray<{ readonly name: string }>;
  } | null;
  readonly thread: { readonly id: string } | null;
};

export type NoticeFieldsFragment = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly createdAt: string;
  readonly roomName: string;
  readonly messageId: string;
  readonly words: string | null;
};

export type OpenChatQueryVariables = Exact<{ [key: string]: never }>;

export type OpenChatQuery = {
  readonly viewer: {
    readonly eventCursor: string;
    readonly isAdministrator: boolean;
    readonly openReportCount: number;
    readonly doNotDisturbUntil: string | null;
    readonly notificationSettings: {
      readonly keywords: ReadonlyArray<string>;
      readonly showsText: boolean;
      readonly quietHours: {
        readonly from: string;
        readonly until: string;
        readonly days: ReadonlyArray<Weekday>;
        readonly timeZone: string | null;
      } | null;
    };
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
    readonly user: {
      readonly timeZone: string | null;
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly rooms: {
      readonly nodes: ReadonlyArray<{
        readonly slowModeUntil: string | null;
        readonly openReportCount: number | null;
        readonly id: string;
        readonly kind: RoomKind;
        readonly name: string;
        readonly topic: string;
        readonly visibility: RoomVisibility;
        readonly posting: RoomPosting;
        readonly slowModeSeconds: number;
        readonly keepMessagesDays: number | null;
        readonly archivedAt: string | null;
        readonly memberCount: number;
        readonly directUsers: ReadonlyArray<{
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        }> | null;
        readonly viewerMembership: { readonly role: RoomRole } | null;
        readonly viewerState: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly unreadThreads: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly viewerState: {
          readonly follows: boolean;
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly asOfSeq: number;
        } | null;
        readonly room: {
          readonly id: string;
          readonly viewerState: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
        };
      }>;
    };
    readonly blockedUsers: {
      readonly nodes: ReadonlyArray<{ readonly id: string }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
  readonly rooms: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly server: {
    readonly name: string;
    readonly guests: boolean;
    readonly registration: boolean;
    readonly sendsEmail: boolean;
    readonly uploadMaxBytes: number;
    readonly messageMaxLength: number;
    readonly attachmentsMax: number;
    readonly messagesKeptDays: number | null;
    readonly accent: { readonly light: string; readonly dark: string } | null;
  };
};

export type OpenChatRoomQueryVariables = Exact<{
  roomId: string;
}>;

export type OpenChatRoomQuery = {
  readonly viewer: {
    readonly eventCursor: string;
    readonly isAdministrator: boolean;
    readonly openReportCount: number;
    readonly doNotDisturbUntil: string | null;
    readonly notificationSettings: {
      readonly keywords: ReadonlyArray<string>;
      readonly showsText: boolean;
      readonly quietHours: {
        readonly from: string;
        readonly until: string;
        readonly days: ReadonlyArray<Weekday>;
        readonly timeZone: string | null;
      } | null;
    };
    readonly roomArrangement: {
      readonly order: RoomOrder;
      readonly ownOrder: ReadonlyArray<string>;
      readonly sections: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly roomIds: ReadonlyArray<string>;
      }>;
    };
    readonly user: {
      readonly timeZone: string | null;
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly rooms: {
      readonly nodes: ReadonlyArray<{
        readonly slowModeUntil: string | null;
        readonly openReportCount: number | null;
        readonly id: string;
        readonly kind: RoomKind;
        readonly name: string;
        readonly topic: string;
        readonly visibility: RoomVisibility;
        readonly posting: RoomPosting;
        readonly slowModeSeconds: number;
        readonly keepMessagesDays: number | null;
        readonly archivedAt: string | null;
        readonly memberCount: number;
        readonly directUsers: ReadonlyArray<{
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        }> | null;
        readonly viewerMembership: { readonly role: RoomRole } | null;
        readonly viewerState: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly unreadThreads: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly viewerState: {
          readonly follows: boolean;
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly asOfSeq: number;
        } | null;
        readonly room: {
          readonly id: string;
          readonly viewerState: {
            readonly lastReadNumber: number;
            readonly unreadCount: number;
            readonly unreadMentionCount: number;
            readonly unreadThreadCount: number;
            readonly unreadThreadMentionCount: number;
            readonly asOfSeq: number;
            readonly notify: NotifyLevel;
            readonly isMuted: boolean;
            readonly mutedUntil: string | null;
            readonly isFavourite: boolean;
            readonly isClosed: boolean;
          } | null;
        };
      }>;
    };
    readonly blockedUsers: {
      readonly nodes: ReadonlyArray<{ readonly id: string }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
  readonly rooms: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly server: {
    readonly name: string;
    readonly guests: boolean;
    readonly registration: boolean;
    readonly sendsEmail: boolean;
    readonly uploadMaxBytes: number;
    readonly messageMaxLength: number;
    readonly attachmentsMax: number;
    readonly messagesKeptDays: number | null;
    readonly accent: { readonly light: string; readonly dark: string } | null;
  };
  readonly room: {
    readonly slowModeUntil: string | null;
    readonly openReportCount: number | null;
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly role: RoomRole;
        readonly joinedAt: string;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
    readonly messages: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
    readonly directUsers: ReadonlyArray<{
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    }> | null;
    readonly viewerMembership: { readonly role: RoomRole } | null;
    readonly viewerState: {
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly unreadThreadCount: number;
      readonly unreadThreadMentionCount: number;
      readonly asOfSeq: number;
      readonly notify: NotifyLevel;
      readonly isMuted: boolean;
      readonly mutedUntil: string | null;
      readonly isFavourite: boolean;
      readonly isClosed: boolean;
    } | null;
  } | null;
};

export type OpenRoomQueryVariables = Exact<{
  roomId: string;
}>;

export type OpenRoomQuery = {
  readonly room: {
    readonly slowModeUntil: string | null;
    readonly openReportCount: number | null;
    readonly id: string;
    readonly kind: RoomKind;
    readonly name: string;
    readonly topic: string;
    readonly visibility: RoomVisibility;
    readonly posting: RoomPosting;
    readonly slowModeSeconds: number;
    readonly keepMessagesDays: number | null;
    readonly archivedAt: string | null;
    readonly memberCount: number;
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly role: RoomRole;
        readonly joinedAt: string;
        readonly user: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
          readonly status: {
            readonly emoji: string | null;
            readonly text: string;
            readonly until: string | null;
          } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
    readonly messages: {
      readonly memberEvents: ReadonlyArray<
        | {
            readonly __typename: 'MemberJoined';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberLeft';
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
        | {
            readonly __typename: 'MemberRoleChanged';
            readonly role: RoomRole | null;
            readonly id: string;
            readonly seq: number;
            readonly at: string;
            readonly actor: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            } | null;
            readonly user: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
          }
      >;
      readonly roomChanges: ReadonlyArray<{
        readonly __typename: 'RoomChanged';
        readonly id: string;
        readonly seq: number;
        readonly at: string;
        readonly changes: ReadonlyArray<RoomChange>;
        readonly visibility: RoomVisibility | null;
        readonly posting: RoomPosting | null;
        readonly slowModeSeconds: number | null;
        readonly keepMessagesDays: number | null;
        readonly actor: {
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        } | null;
      }>;
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly startedThread: {
            readonly id: string;
            readonly messageCount: number;
            readonly lastMessageAt: string;
            readonly participants: ReadonlyArray<{
              readonly id: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly avatarUrl: string | null;
            }>;
          } | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    } | null;
    readonly directUsers: ReadonlyArray<{
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
    }> | null;
    readonly viewerMembership: { readonly role: RoomRole } | null;
    readonly viewerState: {
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly unreadThreadCount: number;
      readonly unreadThreadMentionCount: number;
      readonly asOfSeq: number;
      readonly notify: NotifyLevel;
      readonly isMuted: boolean;
      readonly mutedUntil: string | null;
      readonly isFavourite: boolean;
      readonly isClosed: boolean;
    } | null;
  } | null;
};

export type VisibleRoomsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type VisibleRoomsQuery = {
  readonly rooms: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly kind: RoomKind;
      readonly name: string;
      readonly topic: string;
      readonly visibility: RoomVisibility;
      readonly posting: RoomPosting;
      readonly slowModeSeconds: number;
      readonly keepMessagesDays: number | null;
      readonly archivedAt: string | null;
      readonly memberCount: number;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type BlockedUsersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type BlockedUsersQuery = {
  readonly viewer: {
    readonly blockedUsers: {
      readonly nodes: ReadonlyArray<{ readonly id: string }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type OwnRoomsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type OwnRoomsQuery = {
  readonly viewer: {
    readonly rooms: {
      readonly nodes: ReadonlyArray<{
        readonly slowModeUntil: string | null;
        readonly openReportCount: number | null;
        readonly id: string;
        readonly kind: RoomKind;
        readonly name: string;
        readonly topic: string;
        readonly visibility: RoomVisibility;
        readonly posting: RoomPosting;
        readonly slowModeSeconds: number;
        readonly keepMessagesDays: number | null;
        readonly archivedAt: string | null;
        readonly memberCount: number;
        readonly directUsers: ReadonlyArray<{
          readonly id: string;
          readonly username: string;
          readonly displayName: string;
          readonly kind: UserKind;
          readonly createdAt: string;
          readonly avatarUrl: string | null;
        }> | null;
        readonly viewerMembership: { readonly role: RoomRole } | null;
        readonly viewerState: {
          readonly lastReadNumber: number;
          readonly unreadCount: number;
          readonly unreadMentionCount: number;
          readonly unreadThreadCount: number;
          readonly unreadThreadMentionCount: number;
          readonly asOfSeq: number;
          readonly notify: NotifyLevel;
          readonly isMuted: boolean;
          readonly mutedUntil: string | null;
          readonly isFavourite: boolean;
          readonly isClosed: boolean;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type OpenThreadQueryVariables = Exact<{
  id: string;
}>;

export type OpenThreadQuery = {
  readonly message: {
    readonly id: string;
    readonly number: number;
    readonly seq: number;
    readonly body: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
    readonly deletedAt: string | null;
    readonly isStreaming: boolean;
    readonly isBrokenOff: boolean;
    readonly nonce: string | null;
    readonly mentionsRoom: boolean;
    readonly pinnedAt: string | null;
    readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
    readonly linkPreviews: ReadonlyArray<{
      readonly url: string;
      readonly title: string | null;
      readonly description: string | null;
      readonly imageUrl: string | null;
      readonly imageWidth: number | null;
      readonly imageHeight: number | null;
    }>;
    readonly author: {
      readonly id: string;
      readonly username: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly createdAt: string;
      readonly avatarUrl: string | null;
      readonly status: { readonly emoji: string | null; readonly text: string; readonly until: string | null } | null;
    };
    readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
    readonly attachments: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly url: string;
      readonly thumbnailUrl: string | null;
      readonly width: number | null;
      readonly height: number | null;
    }>;
    readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
    readonly replyTo: {
      readonly id: string;
      readonly number: number;
      readonly body: string;
      readonly deletedAt: string | null;
      readonly author: {
        readonly id: string;
        readonly username: string;
        readonly displayName: string;
        readonly kind: UserKind;
        readonly createdAt: string;
        readonly avatarUrl: string | null;
      };
      readonly attachments: ReadonlyArray<{ readonly name: string }>;
    } | null;
    readonly thread: { readonly id: string } | null;
  } | null;
  readonly place: { readonly room: { readonly id: string } } | null;
  readonly thread: {
    readonly id: string;
    readonly messageCount: number;
    readonly lastMessageAt: string;
    readonly messages: {
      readonly edges: ReadonlyArray<{
        readonly cursor: string;
        readonly node: {
          readonly id: string;
          readonly number: number;
          readonly seq: number;
          readonly body: string;
          readonly createdAt: string;
          readonly editedAt: string | null;
          readonly deletedAt: string | null;
          readonly isStreaming: boolean;
          readonly isBrokenOff: boolean;
          readonly nonce: string | null;
          readonly mentionsRoom: boolean;
          readonly pinnedAt: string | null;
          readonly viewerState: { readonly reactions: ReadonlyArray<string>; readonly isSaved: boolean } | null;
          readonly linkPreviews: ReadonlyArray<{
            readonly url: string;
            readonly title: string | null;
            readonly description: string | null;
            readonly imageUrl: string | null;
            readonly imageWidth: number | null;
            readonly imageHeight: number | null;
          }>;
          readonly author: {
            readonly id: string;
            readonly username: string;
            readonly displayName: string;
            readonly kind: UserKind;
            readonly createdAt: string;
            readonly avatarUrl: string | null;
            readonly status: {
              readonly emoji: string | null;
              readonly text: string;
              readonly until: string | null;
            } | null;
          };
          readonly mentions: ReadonlyArray<{ readonly id: string; readonly username: string }>;
          readonly attachments: ReadonlyArray<{
            readonly id: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly url: string;
            readonly thumbnailUrl: string | null;
            readonly width: number | null;
            readonly height: number | null;
          }>;
          readonly reactions: ReadonlyArray<{ readonly emoji: string; readonly count: number }>;
          readonly replyTo: {
            readonly id: string;
            readonly number: number;
            readonly body: string;
            readonly deletedAt: string | null;
            readonly author: {
              readonly id: string;
              readonly username: string;
              readonly displayName: string;
              readonly kind: UserKind;
              readonly createdAt: string;
              readonly avatarUrl: string | null;
            };
            readonly attachments: ReadonlyArray<{ readonly name: string }>;
          } | null;
          readonly thread: { readonly id: string } | null;
        };
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    };
    readonly participants: ReadonlyArray<{
      readonly id: string;
      readonly displayName: string;
      readonly kind: UserKind;
      readonly avatarUrl: string | null;
    }>;
    readonly viewerState: {
      readonly follows: boolean;
      readonly lastReadNumber: number;
      readonly unreadCount: number;
      readonly unreadMentionCount: number;
      readonly asOfSeq: number;
    } | null;
    readonly room: {
      readonly id: string;
      readonly viewerState: {
        readonly lastReadNumber: number;
        readonly unreadCount: number;
        readonly unreadMentionCount: number;
        readonly unreadThreadCount: number;
        readonly unreadThreadMentionCount: number;
        readonly asOfSeq: number;
        readonly notify: NotifyLevel;
        readonly isMuted: boolean;
        readonly mutedUntil: string | null;
        readonly isFavourite: boolean;
        readonly isClosed: boolean;
      } | null;
    };
  } | null;
};
