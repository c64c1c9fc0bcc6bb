import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { Ledger } from '../support/oracle/ledger.js';
import { Overheard } from '../support/oracle/overheard.js';
import { expectAcknowledgedOnce, expectDense, expectMarksKept, expectSound } from '../support/oracle/stored.js';
import { expectFilesWhole } from '../support/oracle/stored-files.js';
import { expectEachSawTheirs } from '../support/oracle/views.js';
import { PASSWORD, SEND } from '../support/people/person.js';
import { reads } from '../support/people/reading.js';
import { readsThread } from '../support/people/threads.js';
import { aRoom } from '../support/people/room.js';
import { VIEWED_FEED, type ViewItem } from '../support/feeds/room-view.js';
import { aServer } from '../support/servers/server.js';
import { filesOnDisk, upload } from '../support/files/uploads.js';

const THUMB = '\u{1F44D}';
const server = await aServer();

it.each([
  ['nothing is wrong', '', undefined],
  ['a message is lost', 'delete from message where number = 2', 'acknowledged and lost'],
  ['a message is stored otherwise', "update message set body = 'x' where number = 2", 'stored otherwise'],
  ['a message is numbered otherwise', 'update message set number = 7 where number = 3', 'stored otherwise'],
  [
    'a message is there twice',
    `insert into message (id, room_id, number, seq, author_id, body, nonce, created_at)
       select 'again' || id, room_id, 9, 99, author_id, body, nonce, 0 from message where number = 2`,
    'stored twice',
  ],
  [
    'a message without a nonce is there twice',
    `insert into message (id, room_id, number, seq, author_id, body, nonce, created_at)
       select 'again' || id, room_id, 9, 99, author_id, body, null, 0 from message where number = 2`,
    'nobody was told',
  ],
  ['an event is missing', 'delete from event where seq = 3', 'seq has gaps'],
  ['an event tells something else', "update event set type = 'MessageEdited' where seq = 4", 'without their event'],
  ['a deletion is not in the log', "update message set deleted_at = 1 where nonce = 'unnoted'", 'deleted otherwise'],
  ['events are in another order', 'update event set position = position + 1000 where seq = 3', 'another order'],
  [
    'a stay began where nobody came',
    "update membership set joined_position = joined_position - 1 where role = 'MEMBER'",
    'does not tell of',
  ],
  ['a room has two owners', "update membership set role = 'OWNER'", 'without one owner'],
  ['a room miscounts its members', 'update room set member_count = 9', 'miscount'],
  [
    'somebody sees what came after their stay',
    `update membership set left_position = joined_position where role = 'MEMBER';
       update room set member_count = 1`,
    'what ben.',
  ],
  ['a reaction is lost', 'delete from reaction', 'otherwise than acknowledged'],
  ['a pin is lost', 'update message set pinned_at = null', 'otherwise than acknowledged'],
  ['a read mark goes back', 'update room_state set last_read_number = 1', 'unread again'],
  ['a read mark in a thread is lost', 'delete from thread_state', 'unread again'],
  ['a file is cut off', 'cut', 'not on the disk'],
  ['the row of a file is lost', 'delete from file', 'files acknowledged and lost'],
])('the oracle says so when %s', async (_, harm, finding) => {
  const { ada, ben } = await aCast(server);
  const start = await feedCursorOf(ben);
  const room = await aRoom(ada, [ben]);
  const ledger = new Ledger();
  await ada.says('Nobody noted this', room, { nonce: 'unnoted' });
  const says = async (body: string): Promise<void> => {
    ledger.said(ada, room, await ada.says(body, room, { nonce: body }));
  };
  for (const body of ['One', 'Two']) await says(body);
  const [first] = ledger.messages.keys();
  const message = { id: first ?? '' };
  await ada.reacts(THUMB, message);
  ledger.marked(`reaction ${message.id} ${ada.id} ${THUMB}`, true);
  await ben.pins(message);
  ledger.marked(`pin ${message.id}`, true);
  ledger.said(ben, room, await ben.says('Beside', room, { nonce: 'Beside', threadRootId: message.id }));
  await reads(ben, room, 3);
  ledger.read(ben, room, 3);
  await readsThread(ada, room, message, 1);
  ledger.read(ada, message, 1);
  await says('Three');
  ledger.uploaded(await upload(ada, room, 'a.txt', 'A letter'), 'A letter');
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<{ item: ViewItem }>(VIEWED_FEED, { after: start });
  const items = (await feed.until(({ item }) => item.event?.message?.body === 'Three')).map(({ item }) => item);

  const copy = mkdtempSync(join(tmpdir(), 'tertulia-test-'));
  onTestFinished(() => {
    rmSync(copy, { recursive: true });
  });
  cpSync(server.folder, copy, { recursive: true });
  if (harm === 'cut') for (const file of await filesOnDisk({ folder: copy })) truncateSync(file, 3);
  using database = new DatabaseSync(join(copy, 'data', 'tertulia.db'));
  if (harm !== 'cut') database.exec(`drop index message_author_id_nonce_unique; pragma foreign_keys = off; ${harm}`);
  const judges = [
    () => {
      expectAcknowledgedOnce(database, ledger);
    },
    () => {
      expectMarksKept(database, ledger);
    },
    () => {
      expectDense(database);
    },
    () => {
      expectSound(database);
    },
    () => {
      expectEachSawTheirs(database, [{ who: ben, items }]);
    },
    () => {
      expectFilesWhole(copy, database, ledger);
    },
  ];
  const found = judges.map(complaintOf).join('');
  if (finding === undefined) expect(found).toBe('');
  else expect(found).toContain(finding);
});

it.each([
  ['a password', () => PASSWORD],
  ['a stack trace', () => 'Error: no\n    at Statements.rows (file:///srv/dist/server/database/statements.js:21:19)'],
  ['a statement', () => 'select `id` from user'],
])('the oracle says so when %s is answered', async (_, said) => {
  const { ada } = await aCast(server);
  using overheard = new Overheard();
  const room = await aRoom(ada);
  using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
  const judge = (): void => {
    overheard.expectNoSecrets('', join(server.folder, 'data'), database, [ada]);
  };
  await using socket = await ada.opensSocket();
  await socket.subscribes(SEND, { input: { roomId: room.id, body: said() } }).next();
  expect(judge).toThrow(/a secret in an answer|insides of the server/);
});

function complaintOf(judge: () => void): string {
  try {
    judge();
    return '';
  } catch (error) {
    return String(error);
  }
}
