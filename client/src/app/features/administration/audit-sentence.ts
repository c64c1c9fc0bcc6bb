import type { AuditEntry } from './data/administration-requests';

type AuditPerson = NonNullable<AuditEntry['actor']>;

const NOBODY = 'Someone';
const ROLES: Readonly<Record<string, string>> = { OWNER: 'the owner', MODERATOR: 'a moderator', MEMBER: 'a member' };

/** What happened, for people. Names are followed by usernames: two people may show the same name, and only one has the username. */
export function auditSentence(entry: AuditEntry, roomName: string | null): string {
  const { action, actor, actorOwner, subject, detail, address } = entry;
  const who = actorOwner ? `${nameOf(actor)}, a bot of ${nameOf(actorOwner)},` : nameOf(actor);
  const whom = nameOf(subject);
  const from = address === null ? '' : ` from ${address}`;
  const where = roomName === null ? 'a room' : `“${roomName}”`;
  switch (action) {
    case 'REGISTERED':
      return `${who} created an account${from}.`;
    case 'SIGNED_IN':
      return `${who} signed in${from}.`;
    case 'GUEST_ENTERED':
      return `${who} joined as a guest${from}.`;
    case 'SIGN_IN_REFUSED':
      return `Someone tried to sign in${subject ? ` as ${whom}` : ''}${from}${because(detail)}.`;
    case 'SESSION_ENDED':
      return detail === 'signed out' ? `${whom} signed out.` : `A session of ${whom} ended${because(detail)}.`;
    case 'PASSWORD_CHANGED':
      return `${who} changed their password${from}.`;
    case 'PASSWORD_CHANGE_REFUSED':
      return `${who} entered a wrong current password${from}.`;
    case 'ACCOUNT_DELETED':
      if (isOneselfIn(entry)) return `Someone deleted their account${from}${because(detail)}.`;
      return `${who} deleted an account${because(detail)}.`;
    case 'ACCOUNT_DELETION_REFUSED':
      return `${who} entered a wrong password when they tried to delete their account${from}.`;
    case 'PASSWORD_RESET_CREATED':
      return `${who} made a password link for ${whom}.`;
    case 'PASSWORD_RESET':
      return `${whom} got a new password by a link${from}${because(detail)}.`;
    case 'PASSWORD_RESET_REQUESTED':
      return `Someone had a link to a new password sent to ${whom}${from}.`;
    case 'EMAIL_ADDRESS_CONFIRMED':
      return `${whom} confirmed an e-mail address${from}.`;
    case 'EMAIL_ADDRESS_REMOVED':
      return `${who} removed their e-mail address${from}.`;
    case 'EMAIL_ADDRESS_CHANGE_REFUSED':
      return `${who} entered a wrong password when they tried to change their e-mail address${from}.`;
    case 'SETUP_CODE_REFUSED':
      return `${who} entered a wrong setup code.`;
    case 'ADMINISTRATOR_APPOINTED':
      // Nobody appoints themselves but with the setup code.
      if (isOneselfIn(entry)) return `${who} became an administrator with the setup code.`;
      return `${who} made ${whom} an administrator.`;
    case 'ADMINISTRATOR_DISMISSED':
      if (isOneselfIn(entry)) return `${who} stepped down as an administrator.`;
      return `${who} removed ${whom} as an administrator.`;
    case 'SESSIONS_ENDED':
      return `${who} signed ${whom} out everywhere.`;
    case 'ACCOUNT_DISABLED':
      return `${who} disabled the account of ${whom}.`;
    case 'ACCOUNT_ENABLED':
      return `${who} enabled the account of ${whom}.`;
    case 'SERVER_CHANGED':
      return `${who} changed this server${because(detail)}.`;
    case 'ROOM_CHANGED':
      return `${who} changed ${where}${because(detail?.toLowerCase() ?? null)}.`;
    case 'MEMBER_ROLE_CHANGED':
      return roleSentence(entry, who, where);
    case 'MEMBER_REMOVED':
      return `${who} removed ${whom} from ${where}${because(detail)}.`;
    case 'MEMBER_BANNED':
      return `${who} banned ${whom} from ${where}.`;
    case 'MEMBER_UNBANNED':
      return `${who} lifted the ban of ${whom} from ${where}.`;
    case 'ROOM_ARCHIVED':
      return `${who} archived ${where}.`;
    case 'ROOM_UNARCHIVED':
      return `${who} took ${where} out of the archive.`;
    case 'ROOM_DELETED':
      return `${who} deleted ${where}${because(detail)}.`;
    case 'MESSAGE_DELETED':
      return `${who} deleted a message by ${whom} in ${where}.`;
    case 'MESSAGE_REPORTED':
      return `${who} reported a message by ${whom} in ${where}.`;
    case 'REPORT_CLOSED':
      return `${who} dealt with a report about ${whom} in ${where}${because(detail)}.`;
    case 'INVITATION_CREATED':
      return `${who} made an invitation to ${placeOf(entry, where)}.`;
    case 'INVITATION_REVOKED':
      return `${who} revoked an invitation to ${placeOf(entry, where)}.`;
    case 'INVITATION_ACCEPTED':
      return `${who} came to ${placeOf(entry, where)} by an invitation from ${whom}.`;
    case 'BOT_CREATED':
      return `${who} created the bot ${whom}.`;
    case 'BOT_DISABLED':
      return `${who} disabled the bot ${whom}.`;
    case 'BOT_TOKEN_CREATED':
      return `${who} created a token for the bot ${whom}${because(detail)}.`;
    case 'BOT_TOKEN_REVOKED':
      return `${who} revoked a token of the bot ${whom}${because(detail)}.`;
    case 'INCOMING_WEBHOOK_CREATED':
      return `${who} created an incoming webhook for ${where}${because(detail)}.`;
    case 'INCOMING_WEBHOOK_DELETED':
      return `${who} deleted an incoming webhook of ${where}${because(detail)}.`;
  }
}

function roleSentence({ actor, subject, detail }: AuditEntry, who: string, where: string): string {
  const role = ROLES[/ to (\w+)$/.exec(detail ?? '')?.[1] ?? ''] ?? `something else (${detail ?? 'not known'})`;
  if (actor) return `${who} made ${nameOf(subject)} ${role} of ${where}.`;
  return `${nameOf(subject)} became ${role} of ${where}.`;
}

function placeOf({ roomId }: AuditEntry, where: string): string {
  return roomId === null ? 'this server' : where;
}

function isOneselfIn({ actor, subject }: AuditEntry): boolean {
  return actor !== null && actor.id === subject?.id;
}

function because(detail: string | null): string {
  return detail === null ? '' : `: ${detail}`;
}

function nameOf(person: AuditPerson | null): string {
  if (!person) return NOBODY;
  const { displayName, username } = person;
  return displayName === username ? username : `${displayName} (@${username})`;
}
