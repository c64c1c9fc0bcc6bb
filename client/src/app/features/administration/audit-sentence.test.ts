import { describe, expect, it } from 'vitest';
import { auditSentence } from './audit-sentence';
import type { AuditEntry } from './data/administration-requests';

const ada = { id: 'a', username: 'ada', displayName: 'Ada Lovelace' };
const ben = { id: 'b', username: 'ben', displayName: 'ben' };

const sentence = (entry: Partial<AuditEntry> & Pick<AuditEntry, 'action'>, roomName: string | null = null) =>
  auditSentence(
    {
      id: '1',
      at: '2026-11-21T18:00:00.000Z',
      actor: null,
      actorOwner: null,
      subject: null,
      roomId: null,
      detail: null,
      address: null,
      client: null,
      ...entry,
    },
    roomName,
  );

describe('the audit log', () => {
  it('says who came in, and from where', () => {
    expect(sentence({ action: 'SIGNED_IN', actor: ben, subject: ben, address: '192.0.2.1' })).toBe(
      'ben signed in from 192.0.2.1.',
    );
    expect(sentence({ action: 'REGISTERED', actor: ada, subject: ada })).toBe(
      'Ada Lovelace (@ada) created an account.',
    );
    expect(sentence({ action: 'GUEST_ENTERED', actor: ben, subject: ben, address: '::1' })).toBe(
      'ben joined as a guest from ::1.',
    );
  });

  it('says whose account was tried, and why it was refused', () => {
    const refused = { action: 'SIGN_IN_REFUSED', address: '192.0.2.1' } as const;
    expect(sentence({ ...refused, subject: ben, detail: 'wrong password' })).toBe(
      'Someone tried to sign in as ben from 192.0.2.1: wrong password.',
    );
    expect(sentence({ ...refused, detail: 'no such username' })).toBe(
      'Someone tried to sign in from 192.0.2.1: no such username.',
    );
  });

  it('says how a session ended', () => {
    expect(sentence({ action: 'SESSION_ENDED', subject: ben, detail: 'signed out' })).toBe('ben signed out.');
    expect(sentence({ action: 'SESSION_ENDED', subject: ben, detail: 'not used for 30 days' })).toBe(
      'A session of ben ended: not used for 30 days.',
    );
    expect(sentence({ action: 'PASSWORD_CHANGED', actor: ben, subject: ben })).toBe('ben changed their password.');
  });

  it('says whose bot did something, and what was done to it', () => {
    const github = { id: 'g', username: 'github', displayName: 'GitHub' };
    expect(sentence({ action: 'MEMBER_REMOVED', actor: github, actorOwner: ada, subject: ben }, 'Kitchen')).toBe(
      'GitHub (@github), a bot of Ada Lovelace (@ada), removed ben from “Kitchen”.',
    );
    const about = { actor: ada, subject: github };
    expect(sentence({ action: 'BOT_CREATED', ...about })).toBe('Ada Lovelace (@ada) created the bot GitHub (@github).');
    expect(sentence({ action: 'BOT_TOKEN_REVOKED', ...about, detail: 'Laptop' })).toBe(
      'Ada Lovelace (@ada) revoked a token of the bot GitHub (@github): Laptop.',
    );
  });

  it('says what became of rooms, and who may not come into them', () => {
    const by = { actor: ada, subject: ben };
    expect(sentence({ action: 'MEMBER_BANNED', ...by }, 'Kitchen')).toBe(
      'Ada Lovelace (@ada) banned ben from “Kitchen”.',
    );
    expect(sentence({ action: 'MEMBER_UNBANNED', ...by })).toBe(
      'Ada Lovelace (@ada) lifted the ban of ben from a room.',
    );
    expect(sentence({ action: 'ROOM_ARCHIVED', actor: ben }, 'Kitchen')).toBe('ben archived “Kitchen”.');
    expect(sentence({ action: 'ROOM_UNARCHIVED', actor: ben }, 'Kitchen')).toBe(
      'ben took “Kitchen” out of the archive.',
    );
    expect(sentence({ action: 'ROOM_DELETED', actor: ben, detail: '3 members, 20 messages' })).toBe(
      'ben deleted a room: 3 members, 20 messages.',
    );
  });

  it('says whose account is gone, as far as that is still known, and what became of reports', () => {
    const gone = { id: 'g', username: 'deleted-0123456789ab', displayName: 'Deleted account' };
    expect(sentence({ action: 'ACCOUNT_DELETED', actor: gone, subject: gone, detail: 'with all messages' })).toBe(
      'Someone deleted their account: with all messages.',
    );
    expect(sentence({ action: 'ACCOUNT_DELETED', actor: ada, subject: gone, detail: 'without the messages' })).toBe(
      'Ada Lovelace (@ada) deleted an account: without the messages.',
    );
    expect(sentence({ action: 'ACCOUNT_DELETION_REFUSED', actor: ben, subject: ben })).toBe(
      'ben entered a wrong password when they tried to delete their account.',
    );
    expect(sentence({ action: 'MESSAGE_REPORTED', actor: ada, subject: ben }, 'Kitchen')).toBe(
      'Ada Lovelace (@ada) reported a message by ben in “Kitchen”.',
    );
    expect(sentence({ action: 'REPORT_CLOSED', actor: ada, subject: ben, detail: 'message deleted' })).toBe(
      'Ada Lovelace (@ada) dealt with a report about ben in a room: message deleted.',
    );
  });

  it('says what administrators do with accounts and with the server, and never a link', () => {
    const by = { actor: ada, subject: ben };
    expect(sentence({ action: 'SESSIONS_ENDED', ...by })).toBe('Ada Lovelace (@ada) signed ben out everywhere.');
    expect(sentence({ action: 'ACCOUNT_DISABLED', ...by })).toBe('Ada Lovelace (@ada) disabled the account of ben.');
    expect(sentence({ action: 'ACCOUNT_ENABLED', ...by })).toBe('Ada Lovelace (@ada) enabled the account of ben.');
    expect(sentence({ action: 'PASSWORD_RESET_CREATED', ...by })).toBe(
      'Ada Lovelace (@ada) made a password link for ben.',
    );
    expect(sentence({ action: 'PASSWORD_RESET', subject: ben, address: '192.0.2.1' })).toBe(
      'ben got a new password by a link from 192.0.2.1.',
    );
    expect(sentence({ action: 'PASSWORD_RESET', subject: ben, detail: 'by e-mail' })).toBe(
      'ben got a new password by a link: by e-mail.',
    );
    expect(sentence({ action: 'PASSWORD_RESET_REQUESTED', subject: ben, address: '192.0.2.1' })).toBe(
      'Someone had a link to a new password sent to ben from 192.0.2.1.',
    );
    expect(sentence({ action: 'SERVER_CHANGED', actor: ada, detail: 'name, colors' })).toBe(
      'Ada Lovelace (@ada) changed this server: name, colors.',
    );
  });

  it('says that an e-mail address was confirmed, removed or guarded, and never which', () => {
    expect(sentence({ action: 'EMAIL_ADDRESS_CONFIRMED', subject: ben })).toBe('ben confirmed an e-mail address.');
    expect(sentence({ action: 'EMAIL_ADDRESS_REMOVED', actor: ada, subject: ada })).toBe(
      'Ada Lovelace (@ada) removed their e-mail address.',
    );
    expect(sentence({ action: 'EMAIL_ADDRESS_CHANGE_REFUSED', actor: ada, subject: ada })).toBe(
      'Ada Lovelace (@ada) entered a wrong password when they tried to change their e-mail address.',
    );
  });

  it('tells the first administrator from those who were appointed', () => {
    expect(sentence({ action: 'ADMINISTRATOR_APPOINTED', actor: ada, subject: ada })).toBe(
      'Ada Lovelace (@ada) became an administrator with the setup code.',
    );
    expect(sentence({ action: 'ADMINISTRATOR_APPOINTED', actor: ada, subject: ben })).toBe(
      'Ada Lovelace (@ada) made ben an administrator.',
    );
    expect(sentence({ action: 'ADMINISTRATOR_DISMISSED', actor: ada, subject: ben })).toBe(
      'Ada Lovelace (@ada) removed ben as an administrator.',
    );
    expect(sentence({ action: 'ADMINISTRATOR_DISMISSED', actor: ben, subject: ben })).toBe(
      'ben stepped down as an administrator.',
    );
  });

  it('names the room where the reader may see it', () => {
    const change = { action: 'MEMBER_ROLE_CHANGED', subject: ben, detail: 'MEMBER to MODERATOR' } as const;
    expect(sentence({ ...change, actor: ada }, 'Sunday walk')).toBe(
      'Ada Lovelace (@ada) made ben a moderator of “Sunday walk”.',
    );
    expect(sentence({ ...change, detail: 'MEMBER to OWNER' })).toBe('ben became the owner of a room.');
    expect(sentence({ action: 'MEMBER_REMOVED', actor: ada, subject: ben })).toBe(
      'Ada Lovelace (@ada) removed ben from a room.',
    );
    expect(
      sentence({ action: 'MEMBER_REMOVED', actor: ada, subject: ben, detail: 'guests cannot be in a private room' }),
    ).toBe('Ada Lovelace (@ada) removed ben from a room: guests cannot be in a private room.');
    expect(sentence({ action: 'ROOM_CHANGED', actor: ada, detail: 'name, PUBLIC to PRIVATE' }, 'Sunday walk')).toBe(
      'Ada Lovelace (@ada) changed “Sunday walk”: name, public to private.',
    );
    expect(sentence({ action: 'MESSAGE_DELETED', actor: ada, subject: ben }, 'Sunday walk')).toBe(
      'Ada Lovelace (@ada) deleted a message by ben in “Sunday walk”.',
    );
  });
});
