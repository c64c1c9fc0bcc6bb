import { registerEnumType } from '@nestjs/graphql';

/** What the audit log keeps. Entries hold these words for ever: a name is never given another meaning. */
export enum AuditAction {
  REGISTERED = 'REGISTERED',
  SIGNED_IN = 'SIGNED_IN',
  GUEST_ENTERED = 'GUEST_ENTERED',
  SIGN_IN_REFUSED = 'SIGN_IN_REFUSED',
  SESSION_ENDED = 'SESSION_ENDED',
  PASSWORD_CHANGED = 'PASSWORD_CHANGED',
  PASSWORD_CHANGE_REFUSED = 'PASSWORD_CHANGE_REFUSED',
  ACCOUNT_DELETED = 'ACCOUNT_DELETED',
  ACCOUNT_DELETION_REFUSED = 'ACCOUNT_DELETION_REFUSED',
  PASSWORD_RESET_CREATED = 'PASSWORD_RESET_CREATED',
  PASSWORD_RESET = 'PASSWORD_RESET',
  PASSWORD_RESET_REQUESTED = 'PASSWORD_RESET_REQUESTED',
  EMAIL_ADDRESS_CONFIRMED = 'EMAIL_ADDRESS_CONFIRMED',
  EMAIL_ADDRESS_REMOVED = 'EMAIL_ADDRESS_REMOVED',
  EMAIL_ADDRESS_CHANGE_REFUSED = 'EMAIL_ADDRESS_CHANGE_REFUSED',
  SETUP_CODE_REFUSED = 'SETUP_CODE_REFUSED',
  ADMINISTRATOR_APPOINTED = 'ADMINISTRATOR_APPOINTED',
  ADMINISTRATOR_DISMISSED = 'ADMINISTRATOR_DISMISSED',
  SESSIONS_ENDED = 'SESSIONS_ENDED',
  ACCOUNT_DISABLED = 'ACCOUNT_DISABLED',
  ACCOUNT_ENABLED = 'ACCOUNT_ENABLED',
  SERVER_CHANGED = 'SERVER_CHANGED',
  ROOM_CHANGED = 'ROOM_CHANGED',
  MEMBER_ROLE_CHANGED = 'MEMBER_ROLE_CHANGED',
  MEMBER_REMOVED = 'MEMBER_REMOVED',
  MEMBER_BANNED = 'MEMBER_BANNED',
  MEMBER_UNBANNED = 'MEMBER_UNBANNED',
  ROOM_ARCHIVED = 'ROOM_ARCHIVED',
  ROOM_UNARCHIVED = 'ROOM_UNARCHIVED',
  ROOM_DELETED = 'ROOM_DELETED',
  MESSAGE_DELETED = 'MESSAGE_DELETED',
  MESSAGE_REPORTED = 'MESSAGE_REPORTED',
  REPORT_CLOSED = 'REPORT_CLOSED',
  INVITATION_CREATED = 'INVITATION_CREATED',
  INVITATION_REVOKED = 'INVITATION_REVOKED',
  INVITATION_ACCEPTED = 'INVITATION_ACCEPTED',
  BOT_CREATED = 'BOT_CREATED',
  BOT_DISABLED = 'BOT_DISABLED',
  BOT_TOKEN_CREATED = 'BOT_TOKEN_CREATED',
  BOT_TOKEN_REVOKED = 'BOT_TOKEN_REVOKED',
  INCOMING_WEBHOOK_CREATED = 'INCOMING_WEBHOOK_CREATED',
  INCOMING_WEBHOOK_DELETED = 'INCOMING_WEBHOOK_DELETED',
  WEBHOOK_CREATED = 'WEBHOOK_CREATED',
  WEBHOOK_CHANGED = 'WEBHOOK_CHANGED',
  WEBHOOK_DELETED = 'WEBHOOK_DELETED',
}

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What an entry of the audit log is about.',
  valuesMap: {
    REGISTERED: { description: 'Somebody created an account, and was signed in.' },
    SIGNED_IN: { description: 'Somebody signed in with their password.' },
    GUEST_ENTERED: { description: 'Somebody entered with only a nickname.' },
    SIGN_IN_REFUSED: {
      description:
        'Somebody could not sign in. `subject` is the account that they tried; null where nobody has that username, which itself is not kept: people type passwords there.',
    },
    SESSION_ENDED: { description: 'A session ended; `detail` says how.' },
    PASSWORD_CHANGED: { description: 'Somebody changed their password.' },
    PASSWORD_CHANGE_REFUSED: {
      description: 'Somebody who was signed in gave a wrong current password when they tried to change it.',
    },
    ACCOUNT_DELETED: {
      description:
        "The subject's account was deleted, by themselves or by an administrator; `detail` says whether their messages went as well.",
    },
    ACCOUNT_DELETION_REFUSED: {
      description: 'Somebody who was signed in gave a wrong password when they tried to delete their account.',
    },
    PASSWORD_RESET_CREATED: {
      description:
        'An administrator made a link by which the subject can choose a new password. The link itself is kept nowhere.',
    },
    PASSWORD_RESET: {
      description:
        'Somebody chose a new password for the subject with a link; `detail` says whether it came from an administrator or by e-mail.',
    },
    PASSWORD_RESET_REQUESTED: {
      description: 'Somebody had a link to a new password sent to the e-mail address of the subject.',
    },
    EMAIL_ADDRESS_CONFIRMED: {
      description:
        'Somebody followed the link that makes an e-mail address that of the subject. Which one is not kept.',
    },
    EMAIL_ADDRESS_REMOVED: { description: 'The subject has no e-mail address any more.' },
    EMAIL_ADDRESS_CHANGE_REFUSED: {
      description: 'Somebody who was signed in gave a wrong password when they tried to change their e-mail address.',
    },
    SETUP_CODE_REFUSED: { description: 'Somebody who was signed in entered a wrong setup code.' },
    ADMINISTRATOR_APPOINTED: { description: 'The subject became an administrator.' },
    ADMINISTRATOR_DISMISSED: { description: 'The subject is no longer an administrator.' },
    SESSIONS_ENDED: { description: 'An administrator signed the subject out everywhere.' },
    ACCOUNT_DISABLED: {
      description: 'An administrator disabled the account of the subject, who was signed out everywhere.',
    },
    ACCOUNT_ENABLED: { description: 'An administrator lets the subject sign in again.' },
    SERVER_CHANGED: {
      description:
        'An administrator changed what the server is called or how it looks; `detail` says which, as in "name, colors".',
    },
    ROOM_CHANGED: {
      description:
        'A room has another name or topic, was made public or private, or has other rules for posting; `detail` says which, as in "name, topic, PUBLIC to PRIVATE".',
    },
    MEMBER_ROLE_CHANGED: { description: "The subject's role in a room changed; `detail` says from what to what." },
    MEMBER_REMOVED: {
      description:
        'The subject was removed from a room by its owner or a moderator; `detail` where it was because they are a guest and the room was made private.',
    },
    MEMBER_BANNED: { description: 'The subject was banned from a room by its owner or a moderator.' },
    MEMBER_UNBANNED: { description: "The owner or a moderator of a room lifted the subject's ban." },
    ROOM_ARCHIVED: { description: 'A room was archived by its owner.' },
    ROOM_UNARCHIVED: { description: 'A room was taken out of the archive by its owner.' },
    ROOM_DELETED: {
      description:
        'A room was deleted by its owner, with all that was said in it; `detail` says how many members and messages it had.',
    },
    MESSAGE_DELETED: {
      description:
        "The owner or a moderator of a room, or an administrator by a report, deleted the subject's message.",
    },
    MESSAGE_REPORTED: { description: "Somebody reported the subject's message to those who look after its room." },
    REPORT_CLOSED: {
      description:
        "Somebody dealt with what was reported of the subject; `detail` says how, as in 'message deleted, author warned', or 'dismissed'.",
    },
    INVITATION_CREATED: { description: 'Somebody made a link by which others come into a room, or to the server.' },
    INVITATION_REVOKED: { description: 'Somebody ended an invitation.' },
    INVITATION_ACCEPTED: { description: 'Somebody came by an invitation; `subject` is who had given it.' },
    BOT_CREATED: { description: 'Somebody made a bot, the subject, and answers for it.' },
    BOT_DISABLED: {
      description: 'The owner of a bot, the subject, or an administrator disabled it; all of its tokens were revoked.',
    },
    BOT_TOKEN_CREATED: {
      description:
        'The owner of a bot, the subject, made a token for it; `detail` says what it is called and what it opens.',
    },
    BOT_TOKEN_REVOKED: {
      description:
        'The owner of a bot, the subject, or an administrator revoked one of its tokens; `detail` says what it was called.',
    },
    INCOMING_WEBHOOK_CREATED: {
      description:
        'The owner or a moderator of a room made an incoming webhook, by which other services post there as a bot, the subject; `detail` says what it is called.',
    },
    INCOMING_WEBHOOK_DELETED: { description: 'An incoming webhook was deleted; `detail` says what it was called.' },
    WEBHOOK_CREATED: {
      description:
        'The owner of a bot, the subject, made a webhook that posts what the bot sees to another server; `detail` is the name of that server.',
    },
    WEBHOOK_CHANGED: {
      description:
        'The owner of a bot, the subject, changed where one of its webhooks posts, what it sends, or its secret; `detail` is the name of that server.',
    },
    WEBHOOK_DELETED: {
      description:
        'The owner of a bot, the subject, or an administrator deleted one of its webhooks; `detail` is the name of the server that it posted to.',
    },
  },
});
