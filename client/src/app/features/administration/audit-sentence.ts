import { formatMessage } from '../../shared/language/format-message';
import type { AuditEntry } from './data/administration-requests';

type AuditPerson = NonNullable<AuditEntry['actor']>;

/** What the texts below ask for where there is nothing to tell. */
const NONE = 'none';

/** What happened, for people. Names are followed by usernames: two people may show the same name, and only one has the username. */
export function auditSentence(entry: AuditEntry, roomName: string | null): string {
  const { actor, actorOwner, subject, detail, address } = entry;
  return formatMessage(textOf(entry), {
    who: actorOwner ? $localize`${nameOf(actor)}:bot:, a bot of ${nameOf(actorOwner)}:owner:,` : nameOf(actor),
    whom: nameOf(subject),
    where: roomName === null ? $localize`a room` : $localize`“${roomName}:room:”`,
    address: address ?? NONE,
    detail: (entry.action === 'ROOM_CHANGED' ? detail?.toLowerCase() : detail) ?? NONE,
  });
}

function textOf(entry: AuditEntry): string {
  const { action, detail, roomId, subject } = entry;
  switch (action) {
    case 'REGISTERED':
      return $localize`{who} created an account{address, select, none {} other { from {address}}}.`;
    case 'SIGNED_IN':
      return $localize`{who} signed in{address, select, none {} other { from {address}}}.`;
    case 'GUEST_ENTERED':
      return $localize`{who} joined as a guest{address, select, none {} other { from {address}}}.`;
    case 'SIGN_IN_REFUSED':
      return subject
        ? $localize`Someone tried to sign in as {whom}{address, select, none {} other { from {address}}}{detail, select, none {} other {: {detail}}}.`
        : $localize`Someone tried to sign in{address, select, none {} other { from {address}}}{detail, select, none {} other {: {detail}}}.`;
    case 'SESSION_ENDED':
      return detail === 'signed out'
        ? $localize`{whom} signed out.`
        : $localize`A session of {whom} ended{detail, select, none {} other {: {detail}}}.`;
    case 'PASSWORD_CHANGED':
      return $localize`{who} changed their password{address, select, none {} other { from {address}}}.`;
    case 'PASSWORD_CHANGE_REFUSED':
      return $localize`{who} entered a wrong current password{address, select, none {} other { from {address}}}.`;
    case 'ACCOUNT_DELETED':
      if (isOneselfIn(entry))
        return $localize`Someone deleted their account{address, select, none {} other { from {address}}}{detail, select, none {} other {: {detail}}}.`;
      return $localize`{who} deleted an account{detail, select, none {} other {: {detail}}}.`;
    case 'ACCOUNT_DELETION_REFUSED':
      return $localize`{who} entered a wrong password when they tried to delete their account{address, select, none {} other { from {address}}}.`;
    case 'PASSWORD_RESET_CREATED':
      return $localize`{who} made a password link for {whom}.`;
    case 'PASSWORD_RESET':
      return $localize`{whom} got a new password by a link{address, select, none {} other { from {address}}}{detail, select, none {} other {: {detail}}}.`;
    case 'PASSWORD_RESET_REQUESTED':
      return $localize`Someone had a link to a new password sent to {whom}{address, select, none {} other { from {address}}}.`;
    case 'EMAIL_ADDRESS_CONFIRMED':
      return $localize`{whom} confirmed an e-mail address{address, select, none {} other { from {address}}}.`;
    case 'EMAIL_ADDRESS_REMOVED':
      return $localize`{who} removed their e-mail address{address, select, none {} other { from {address}}}.`;
    case 'EMAIL_ADDRESS_CHANGE_REFUSED':
      return $localize`{who} entered a wrong password when they tried to change their e-mail address{address, select, none {} other { from {address}}}.`;
    case 'SETUP_CODE_REFUSED':
      return $localize`{who} entered a wrong setup code.`;
    case 'ADMINISTRATOR_APPOINTED':
      // Nobody appoints themselves but with the setup code.
      if (isOneselfIn(entry)) return $localize`{who} became an administrator with the setup code.`;
      return $localize`{who} made {whom} an administrator.`;
    case 'ADMINISTRATOR_DISMISSED':
      if (isOneselfIn(entry)) return $localize`{who} stepped down as an administrator.`;
      return $localize`{who} removed {whom} as an administrator.`;
    case 'SESSIONS_ENDED':
      return $localize`{who} signed {whom} out everywhere.`;
    case 'ACCOUNT_DISABLED':
      return $localize`{who} disabled the account of {whom}.`;
    case 'ACCOUNT_ENABLED':
      return $localize`{who} enabled the account of {whom}.`;
    case 'SERVER_CHANGED':
      return $localize`{who} changed this server{detail, select, none {} other {: {detail}}}.`;
    case 'ROOM_CHANGED':
      return $localize`{who} changed {where}{detail, select, none {} other {: {detail}}}.`;
    case 'MEMBER_ROLE_CHANGED':
      return roleText(entry);
    case 'MEMBER_REMOVED':
      return $localize`{who} removed {whom} from {where}{detail, select, none {} other {: {detail}}}.`;
    case 'MEMBER_BANNED':
      return $localize`{who} banned {whom} from {where}.`;
    case 'MEMBER_UNBANNED':
      return $localize`{who} lifted the ban of {whom} from {where}.`;
    case 'ROOM_ARCHIVED':
      return $localize`{who} archived {where}.`;
    case 'ROOM_UNARCHIVED':
      return $localize`{who} took {where} out of the archive.`;
    case 'ROOM_DELETED':
      return $localize`{who} deleted {where}{detail, select, none {} other {: {detail}}}.`;
    case 'MESSAGE_DELETED':
      return $localize`{who} deleted a message by {whom} in {where}.`;
    case 'MESSAGE_REPORTED':
      return $localize`{who} reported a message by {whom} in {where}.`;
    case 'REPORT_CLOSED':
      return $localize`{who} dealt with a report about {whom} in {where}{detail, select, none {} other {: {detail}}}.`;
    case 'INVITATION_CREATED':
      return roomId === null
        ? $localize`{who} made an invitation to this server.`
        : $localize`{who} made an invitation to {where}.`;
    case 'INVITATION_REVOKED':
      return roomId === null
        ? $localize`{who} revoked an invitation to this server.`
        : $localize`{who} revoked an invitation to {where}.`;
    case 'INVITATION_ACCEPTED':
      return roomId === null
        ? $localize`{who} came to this server by an invitation from {whom}.`
        : $localize`{who} came to {where} by an invitation from {whom}.`;
    case 'BOT_CREATED':
      return $localize`{who} created the bot {whom}.`;
    case 'BOT_DISABLED':
      return $localize`{who} disabled the bot {whom}.`;
    case 'BOT_TOKEN_CREATED':
      return $localize`{who} created a token for the bot {whom}{detail, select, none {} other {: {detail}}}.`;
    case 'BOT_TOKEN_REVOKED':
      return $localize`{who} revoked a token of the bot {whom}{detail, select, none {} other {: {detail}}}.`;
    case 'INCOMING_WEBHOOK_CREATED':
      return $localize`{who} created an incoming webhook for {where}{detail, select, none {} other {: {detail}}}.`;
    case 'INCOMING_WEBHOOK_DELETED':
      return $localize`{who} deleted an incoming webhook of {where}{detail, select, none {} other {: {detail}}}.`;
    case 'WEBHOOK_CREATED':
      return $localize`{who} created a webhook for the bot {whom}{detail, select, none {} other {: {detail}}}.`;
    case 'WEBHOOK_CHANGED':
      return $localize`{who} changed a webhook of the bot {whom}{detail, select, none {} other {: {detail}}}.`;
    case 'WEBHOOK_DELETED':
      return $localize`{who} deleted a webhook of the bot {whom}{detail, select, none {} other {: {detail}}}.`;
  }
}

function roleText({ actor, detail }: AuditEntry): string {
  const role = / to (\w+)$/.exec(detail ?? '')?.[1];
  switch (role) {
    case 'OWNER':
      return actor
        ? $localize`{who} made {whom} the owner of {where}.`
        : $localize`{whom} became the owner of {where}.`;
    case 'MODERATOR':
      return actor
        ? $localize`{who} made {whom} a moderator of {where}.`
        : $localize`{whom} became a moderator of {where}.`;
    case 'MEMBER':
      return actor ? $localize`{who} made {whom} a member of {where}.` : $localize`{whom} became a member of {where}.`;
    default:
      return $localize`{who} changed the role of {whom} in {where}{detail, select, none {} other {: {detail}}}.`;
  }
}

function isOneselfIn({ actor, subject }: AuditEntry): boolean {
  return actor !== null && actor.id === subject?.id;
}

function nameOf(person: AuditPerson | null): string {
  if (!person) return $localize`Someone`;
  const { displayName, username } = person;
  return displayName === username ? username : `${displayName} (@${username})`;
}
