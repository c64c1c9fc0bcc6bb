import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { picture, upload } from '../support/files/uploads.js';
import { databaseIn } from '../support/oracle/stored.js';
import { administers, deletesAccount, isGone } from '../support/people/account-deletion.js';
import { anAdministrator, appoints } from '../support/people/administration.js';
import { aName } from '../support/people/accounts.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { talksWith } from '../support/people/direct-rooms.js';
import { bans, bansIn, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import {
  CLOSE_REPORT,
  closes,
  noticesOf,
  openCounts,
  openReport,
  REPORT_MESSAGE,
  REPORTS,
  reports,
  reportsIn,
} from '../support/people/reports.js';
import { daysPass, isTidy, keepsFor, messageOf } from '../support/people/retention.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';
import { unlockedChangesDuring } from '../support/servers/touched-rows.js';

const server = await aServer();
/** Administers the server, and is in no room. */
const root = await Person.registers(server, 'root');
await administers(root, server);

describe('who reports a message', () => {
  it('is whoever may read it, a guest as well; not its author, and nobody outside of the room', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    const message = await ben.says('You fools', room);
    await ben.isRefused('FORBIDDEN', REPORT_MESSAGE, { id: message.id, reason: 'Mine' });
    for (const who of [otto, root]) await who.isRefused('NOT_FOUND', REPORT_MESSAGE, { id: message.id, reason: 'x' });
    expect(refusalIn((await exchange(server.url, REPORT_MESSAGE, { id: message.id, reason: 'x' })).answer).code).toBe(
      'UNAUTHENTICATED',
    );
    await reports(guest, message);
    await reports(ada, message);
    expect((await reportsIn(ada, room)).totalCount).toBe(2);
  });

  it.each([
    ['nothing', ''],
    ['nothing to read', '   '],
    ['more than anybody reads', 'a'.repeat(501)],
  ])('says why, in 1 to 500 characters, and not with %s', async (_, reason) => {
    const { ada, ben } = await aCast(server);
    const message = await ada.says('Hello', await aRoom(ada, [ben]));
    const { extensions } = await ben.isRefused('BAD_USER_INPUT', REPORT_MESSAGE, { id: message.id, reason });
    expect(extensions.field).toBe('reason');
  });

  it('does it once: a second report of the same by the same person is the same report', async () => {
    const { ada, ben, room, message } = await aReported();
    await reports(ben, message, 'Once more');
    expect(await openReport(ada, room)).toMatchObject({ reason: 'Unkind', reporter: { id: ben.id } });
    await closes(ada, await openReport(ada, room));
    await reports(ben, message, 'And again');
    expect((await reportsIn(ada, room)).totalCount).toBe(0);
  });

  it('does it while it is there', async () => {
    const { ada, ben } = await aCast(server);
    const message = await ada.says('Hello', await aRoom(ada, [ben]));
    await ada.deletes(message);
    await ben.isRefused('FORBIDDEN', REPORT_MESSAGE, { id: message.id, reason: 'Gone' });
  });
});

describe('who sees a report', () => {
  it('is who looks after the room, and an administrator who is not in it; nobody else', async () => {
    const { ada, ben, cleo, otto, room, message } = await aReported('PRIVATE');
    const dora = await Person.registers(server, aName());
    await ada.adds(dora, room);
    await ada.makes(dora, 'MODERATOR', room);
    for (const who of [ada, dora, root])
      expect(await openReport(who, room)).toMatchObject({
        body: 'You fools',
        reason: 'Unkind',
        messageId: message.id,
        roomName: room.name,
        author: { id: cleo.id },
        reporter: { id: ben.id },
      });
    for (const who of [ben, cleo, otto]) {
      await who.isRefused('FORBIDDEN', REPORTS, { roomId: room.id });
      expect(await openCounts(who, room)).toEqual([0, null]);
    }
    expect((await openCounts(ada, room)).slice(1)).toEqual([1]);
    expect((await reportsIn(root, null)).nodes.map(({ messageId }) => messageId)).toContain(message.id);
    for (const who of [ada, ben]) await who.isRefused('FORBIDDEN', REPORTS, {});
    // Of the room itself an administrator sees no more than before.
    expect(
      await root.asks('query ($id: ID!, $room: ID!) { message(id: $id) { id } room(id: $room) { id } }', {
        id: message.id,
        room: room.id,
      }),
    ).toEqual({ message: null, room: null });
  });

  it('is never whoever wrote the message, whatever they look after', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(cleo, 'MODERATOR', room);
    const message = await cleo.says('You fools', room);
    await reports(ben, message);
    expect((await reportsIn(cleo, room)).totalCount).toBe(0);
    expect(await openCounts(cleo, room)).toEqual([0, 0]);
    const { id } = await openReport(ada, room);
    await cleo.isRefused('NOT_FOUND', CLOSE_REPORT, { input: { reportId: id, actions: [] } });
    expect(await openCounts(ada, room)).toEqual([1, 1]);
  });

  it('sees the words as they were reported, and the names of the files, also once they were changed or deleted', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const file = await upload(cleo, room, 'rude.png', await picture(60, 60).png().toBuffer());
    const message = await cleo.says('You fools', room, { attachmentIds: [file.id] });
    await reports(ben, message);
    await cleo.edits(message, 'You dears');
    await cleo.deletes(message);
    expect(await openReport(ada, room)).toMatchObject({ body: 'You fools', fileNames: ['rude.png'] });
  });

  it('hears so when they begin to look after the room, and when they do so no more', async () => {
    const { ada, room, message } = await aReported();
    const dora = await Person.registers(server, aName());
    await dora.joins(room);
    const start = await feedCursorOf(dora);
    await ada.makes(dora, 'MODERATOR', room);
    const told = () => toldOfReports(dora, start);
    await expect.poll(told).toEqual([[1, 1]]);
    await ada.makes(dora, 'MEMBER', room);
    await expect.poll(told).toEqual([
      [0, null],
      [0, null],
    ]);
    expect((await openReport(ada, room)).messageId).toBe(message.id);
  });

  it('hears so when they become an administrator, of all rooms and of their own, and when they are none any more', async () => {
    const own = await aServer();
    const administrator = await anAdministrator(own);
    const { ada, ben, cleo, otto } = await aCast(own);
    for (const room of [await aRoom(ada, [ben, cleo, otto]), await aRoom(ada, [ben, cleo])])
      await reports(ben, await cleo.says('You fools', room));
    const start = await feedCursorOf(otto);
    const told = async () =>
      (await wholeFeed(otto, start)).flatMap<unknown>(({ event }) => {
        if (event?.__typename === 'AdministratorChanged') return [[event.isAdministrator, event.openReportCount]];
        return event?.__typename === 'ReportsChanged' ? [[event.openReportCount, event.openInRoomCount]] : [];
      });
    await appoints(administrator, otto);
    // Nothing changes for one who is one already.
    await appoints(administrator, otto);
    await expect.poll(told).toEqual([
      [true, 2],
      [2, 1],
    ]);
    await appoints(administrator, otto, false);
    await expect.poll(told).toEqual([
      [false, 0],
      [0, null],
      [false, 0],
      [0, null],
    ]);
  });

  it.each(['leaves', 'is removed', 'is banned'])('hears so as well when one of them %s', async (how) => {
    const { ada, room } = await aReported();
    const dora = await Person.registers(server, aName());
    await dora.joins(room);
    const before = await feedCursorOf(dora);
    await ada.makes(dora, 'MODERATOR', room);
    await expect.poll(() => toldOfReports(dora, before)).toHaveLength(1);
    const start = await feedCursorOf(dora);
    if (how === 'leaves') await dora.leaves(room);
    else if (how === 'is removed') await ada.removes(dora, room);
    else await bans(ada, dora, room);
    await expect.poll(() => toldOfReports(dora, start)).toEqual([[0, null]]);
  });

  it('hears so when a room in which some wait becomes theirs because nobody is in it; others who come and go hear nothing', async () => {
    const { ada, ben, cleo, otto, room } = await aReported();
    const starts = [await feedCursorOf(otto), await feedCursorOf(ben)] as const;
    for (const who of [ben, cleo, ada]) await who.leaves(room);
    await otto.joins(room);
    await ben.joins(room);
    await expect.poll(() => toldOfReports(otto, starts[0])).toEqual([[1, 1]]);
    expect(await toldOfReports(ben, starts[1])).toEqual([]);
  });

  it('pages through them, the newest first; those that are closed apart', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { id } = await cleo.says(`Fool ${String(count)}`, room);
      await reports(ben, { id });
      ids.unshift(id);
    }
    const first = await reportsIn(ada, room, { first: 3 });
    const second = await reportsIn(ada, room, { first: 3, after: first.pageInfo.endCursor });
    expect([first, second].flatMap(({ nodes }) => nodes.map(({ messageId }) => messageId))).toEqual(ids);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, first.totalCount]).toEqual([true, false, 5]);
    const [newest] = first.nodes;
    if (!newest) throw new Error('There is none.');
    await closes(ada, newest);
    expect((await reportsIn(ada, room)).totalCount).toBe(4);
    const closed = await reportsIn(ada, room, { state: 'CLOSED' });
    expect(closed.nodes).toMatchObject([{ id: newest.id, body: '', closedBy: { id: ada.id }, actions: [] }]);
    await ada.isRefused('BAD_CURSOR', REPORTS, { roomId: room.id, state: 'CLOSED', after: first.pageInfo.endCursor });
  });
});

describe('what is done about a report', () => {
  it('is nothing, where it is dismissed; the reporter is told that it was looked at, and no more', async () => {
    const { ada, ben, cleo, room, message } = await aReported();
    expect(await closes(ada, await openReport(ada, room))).toMatchObject({
      actions: [],
      closedBy: { id: ada.id },
      body: '',
    });
    expect(await messageOf(ben, message)).toMatchObject({ body: 'You fools' });
    const about = { roomName: room.name, messageId: message.id };
    expect(await noticesOf(ben)).toEqual([{ kind: 'REPORT_CLOSED', ...about, words: null }]);
    expect(await noticesOf(cleo)).toEqual([]);
    expect(await openCounts(ada, room)).toEqual([0, 0]);
  });

  it('is that the message goes, its author is warned, and banned: each alone, or all at once', async () => {
    const { ada, ben, cleo, room, message } = await aReported();
    const actions = ['DELETED_MESSAGE', 'WARNED_AUTHOR', 'BANNED_AUTHOR'];
    expect(await closes(ada, await openReport(ada, room), actions, ' Be kind. ')).toMatchObject({ actions });
    expect(await messageOf(ben, message)).toMatchObject({ body: '', deletedAt: expect.any(String) as string });
    expect(await noticesOf(cleo)).toEqual([
      { kind: 'WARNING', roomName: room.name, messageId: message.id, words: 'Be kind.' },
    ]);
    expect((await bansIn(ada, room))?.nodes).toMatchObject([{ user: { id: cleo.id } }]);
    await cleo.isRefused('FORBIDDEN', 'mutation ($id: ID!) { joinRoom(input: { roomId: $id }) { room { id } } }', {
      id: room.id,
    });
  });

  it('is done by an administrator as well, who is not in the room, to that one message alone', async () => {
    const { ben, cleo, room, message } = await aReported('PRIVATE');
    const other = await cleo.says('Another one', room);
    const report = await openReport(root, room);
    await closes(root, report, ['DELETED_MESSAGE', 'BANNED_AUTHOR']);
    expect((await messageOf(ben, message)).body).toBe('');
    expect((await messageOf(ben, other)).body).toBe('Another one');
    await root.isRefused(
      'NOT_FOUND',
      'mutation ($id: ID!) { deleteMessage(input: { messageId: $id }) { message { id } } }',
      { id: other.id },
    );
    expect(await cleo.asks('query ($id: ID!) { room(id: $id) { id } }', { id: room.id })).toEqual({ room: null });
  });

  it('is no ban from a direct room, which nobody can be put out of; all else is done', async () => {
    const { ada, ben } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    const message = await ada.says('You fool', room);
    await reports(ben, message);
    const { id, roomName } = await openReport(root, room);
    expect(roomName).toBe('');
    for (const who of [ada, ben]) {
      await who.isRefused('FORBIDDEN', REPORTS, { roomId: room.id });
      await who.isRefused('NOT_FOUND', CLOSE_REPORT, { input: { reportId: id, actions: [] } });
    }
    for (const actions of [['BANNED_AUTHOR'], ['DELETED_MESSAGE', 'BANNED_AUTHOR']])
      await root.isRefused('FORBIDDEN', CLOSE_REPORT, { input: { reportId: id, actions } });
    expect(await messageOf(ben, message)).toMatchObject({ body: 'You fool', deletedAt: null });
    await ada.says('Still here', room);
    await closes(root, { id }, ['DELETED_MESSAGE', 'WARNED_AUTHOR'], 'Be kind.');
    expect(await messageOf(ben, message)).toMatchObject({ body: '', deletedAt: expect.any(String) as string });
    expect(await noticesOf(ada)).toMatchObject([{ kind: 'WARNING', words: 'Be kind.' }]);
  });

  it('is all of it or nothing: who may not ban a moderator closes nothing by that', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    for (const who of [ben, cleo]) await ada.makes(who, 'MODERATOR', room);
    const [hers, owners] = [await cleo.says('You fools', room), await ada.says('All of you', room)];
    await reports(ben, hers);
    await reports(ben, owners);
    const all = (await reportsIn(ben, room)).nodes;
    const [ofAda, ofCleo] = [ada, cleo].map(({ id }) => all.find(({ author }) => author.id === id)?.id ?? '');
    const input = { actions: ['DELETED_MESSAGE', 'BANNED_AUTHOR'] };
    for (const [who, reportId] of [
      [ben, ofCleo],
      [ben, ofAda],
      [root, ofAda],
    ] as const)
      await who.isRefused('FORBIDDEN', CLOSE_REPORT, { input: { ...input, reportId } });
    expect((await messageOf(ben, hers)).body).toBe('You fools');
    expect((await reportsIn(ben, room)).totalCount).toBe(2);
    await closes(root, { id: ofCleo ?? '' }, ['BANNED_AUTHOR']);
    expect((await bansIn(ada, room))?.nodes).toMatchObject([{ user: { id: cleo.id } }]);
  });

  it('is done once: whoever comes second is shown what was done', async () => {
    const { ada, cleo, room, message } = await aReported();
    const report = await openReport(ada, room);
    const outcomes = await Promise.all([closes(ada, report, ['DELETED_MESSAGE']), closes(root, report)]);
    expect(new Set(outcomes.map(({ closedBy }) => closedBy?.id)).size).toBe(1);
    const deleted = outcomes[0].actions.length > 0;
    expect((await messageOf(ada, message)).deletedAt !== null).toBe(deleted);
    expect(await noticesOf(cleo)).toEqual([]);
  });

  it('ends every report on the message, and each who made one is told', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo, otto]);
    const message = await cleo.says('You fools', room);
    for (const who of [ben, otto, ada]) await reports(who, message);
    const [first] = (await reportsIn(ada, room)).nodes;
    if (!first) throw new Error('There is none.');
    await closes(ada, first, ['DELETED_MESSAGE']);
    expect((await reportsIn(ada, room)).totalCount).toBe(0);
    for (const who of [ben, otto]) expect(await noticesOf(who)).toHaveLength(1);
    expect(await noticesOf(ada)).toEqual([]);
  });

  it('is not done by anybody else', async () => {
    const { ada, ben, cleo, otto, room } = await aReported();
    const { id: reportId } = await openReport(ada, room);
    const input = { reportId, actions: [] };
    for (const who of [ben, cleo, otto]) await who.isRefused('NOT_FOUND', CLOSE_REPORT, { input });
    await ada.isRefused('NOT_FOUND', CLOSE_REPORT, { input: { reportId: 'none', actions: [] } });
    expect(refusalIn((await exchange(server.url, CLOSE_REPORT, { input })).answer).code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['without words', ['WARNED_AUTHOR'], null],
    ['with too many', ['WARNED_AUTHOR'], 'a'.repeat(501)],
    ['with words that nobody reads', ['DELETED_MESSAGE'], 'Be kind'],
  ])('is no warning %s', async (_, actions, warning) => {
    const { ada, room } = await aReported();
    const { id: reportId } = await openReport(ada, room);
    const { extensions } = await ada.isRefused('BAD_USER_INPUT', CLOSE_REPORT, {
      input: { reportId, actions, warning },
    });
    expect(extensions.field).toBe('warning');
  });

  it('stands in the audit log, and so does the report', async () => {
    const { ada, ben, cleo, room, message } = await aReported();
    await closes(ada, await openReport(ada, room), ['DELETED_MESSAGE', 'WARNED_AUTHOR'], 'Be kind.');
    const { auditLog } = await root.asks<{ auditLog: { nodes: { roomId: string | null }[] } }>(
      '{ auditLog(first: 10) { nodes { action actor { id } subject { id } roomId messageId detail } } }',
    );
    const about = { subject: { id: cleo.id }, roomId: room.id, messageId: message.id };
    expect(auditLog.nodes.filter(({ roomId }) => roomId === room.id)).toEqual([
      { action: 'REPORT_CLOSED', actor: { id: ada.id }, ...about, detail: 'message deleted, author warned' },
      { action: 'MESSAGE_DELETED', actor: { id: ada.id }, ...about, detail: null },
      { action: 'MESSAGE_REPORTED', actor: { id: ben.id }, ...about, detail: null },
    ]);
  });
});

describe('a report', () => {
  it('keeps no words of what is gone for good, and nothing of a room that was deleted', async () => {
    const { ada, ben, cleo, room } = await aReported();
    await deletesAccount(cleo, { withMessages: true });
    await isGone(server);
    expect(await openReport(ada, room)).toMatchObject({ body: '', reason: 'Unkind' });
    let cast = await aCast(server);
    const other = await aRoom(cast.ada, [cast.ben]);
    await reports(cast.ben, await cast.ada.says('Old', other));
    await keepsFor(cast.ada, other, 2);
    cast = await daysPass(server, 3, cast);
    const again = await Person.signsIn(server, root.username);
    await isTidy(server);
    expect(await openReport(again, other)).toMatchObject({ body: '' });
    const total = (await reportsIn(again, null)).totalCount;
    await deletesRoom(cast.ada, other);
    await isSwept(server);
    expect((await reportsIn(again, null)).totalCount).toBe(total - 1);
    expect(ben.id).not.toBe(cast.ben.id);
    root.accessToken = again.accessToken;
  });

  it('keeps no words either of what its author had deleted before it was too old, or before their account was deleted', async () => {
    let cast = await aCast(server);
    const [brief, lasting] = [
      await aRoom(cast.ada, [cast.ben, cast.cleo]),
      await aRoom(cast.ada, [cast.ben, cast.cleo]),
    ];
    for (const room of [brief, lasting]) {
      const file = await upload(cast.cleo, room, 'rude.png', await picture(60, 60).png().toBuffer());
      const message = await cast.cleo.says('You fools', room, { attachmentIds: [file.id] });
      await reports(cast.ben, message);
      await cast.cleo.deletes(message);
      expect(await openReport(cast.ada, room)).toMatchObject({ body: 'You fools', fileNames: ['rude.png'] });
    }
    await keepsFor(cast.ada, brief, 2);
    cast = await daysPass(server, 3, cast);
    root.accessToken = (await Person.signsIn(server, root.username)).accessToken;
    await isTidy(server);
    expect(await openReport(cast.ada, brief)).toMatchObject({ body: '', fileNames: [] });
    expect(await openReport(cast.ada, lasting)).toMatchObject({ body: 'You fools', fileNames: ['rude.png'] });
    const unlocked = await unlockedChangesDuring(server, async () => {
      await deletesAccount(cast.cleo, { withMessages: true });
      await isGone(server);
    });
    expect(unlocked).toEqual([]);
    expect(await openReport(cast.ada, lasting)).toMatchObject({ body: '', fileNames: [] });
  });

  it('tells nobody whose account was deleted meanwhile', async () => {
    const { ada, ben, cleo, room, message } = await aReported();
    for (const gone of [ben, cleo]) await deletesAccount(gone);
    await isGone(server);
    await closes(ada, await openReport(ada, room), ['WARNED_AUTHOR'], 'Be kind.');
    using database = databaseIn(join(server.folder, 'data'));
    expect(database.prepare('select kind from notice where message_id = ?').all(message.id)).toEqual([]);
  });

  it('is made and dealt with under the locks of the room, and of those who are told', async () => {
    const cast = await aCast(server);
    const { ada, ben, cleo } = cast;
    const room = await aRoom(ada, [ben, cleo]);
    const unlocked = await unlockedChangesDuring(server, async () => {
      const message = await cleo.says(`You fools, @${ben.username} and @room`, room);
      await reports(ben, message);
      const all = ['DELETED_MESSAGE', 'WARNED_AUTHOR', 'BANNED_AUTHOR'];
      await closes(ada, await openReport(ada, room), all, 'Be kind.');
    });
    expect(unlocked).toEqual([]);
  });
});

/** The counts that somebody was told since: of all that they look after, and of the room. */
async function toldOfReports(who: Person, start: string): Promise<unknown[]> {
  return (await wholeFeed(who, start)).flatMap(({ event }) =>
    event?.__typename === 'ReportsChanged' ? [[event.openReportCount, event.openInRoomCount]] : [],
  );
}

interface Reported extends Cast {
  readonly room: RoomAnswer;
  readonly message: { readonly id: string };
}

/** Something that Cleo wrote in a room of Ada's, and that Ben reported. */
async function aReported(visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC'): Promise<Reported> {
  const cast = await aCast(server);
  const { ada, ben, cleo } = cast;
  const room = await aRoom(ada, [ben, cleo], visibility);
  const message = await cleo.says('You fools', room);
  await reports(ben, message);
  return { ...cast, room, message };
}
