import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/core';
import type { SqliteDriver } from '@mikro-orm/sqlite';
import { describe, expect, it } from 'vitest';
import { AuditAction, AuditLog } from '#server/audit/index.js';
import { MessagesService } from '#server/messages/messages.service.js';
import { aCast } from '../support/people/cast.js';
import { hearCommits } from '../support/servers/commits.js';
import type { Answer } from '../support/requests/graphql.js';
import { happenings } from '../support/feeds/happenings.js';
import { type MessageAnswer, type Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';

const server = await aServer();

interface Input {
  readonly roomId: string;
  readonly body: string;
  readonly nonce?: string;
  readonly attachmentIds?: readonly string[];
}

describe('messages that are sent together', () => {
  it('share a commit, and are numbered in the order in which they came', async () => {
    const { ada } = await aCast(server);
    const { id: roomId } = await aRoom(ada);
    const bodies = Array.from({ length: 50 }, (_, n) => `Message ${String(n)}`);
    let commits = 0;
    const hearing = hearCommits(() => (commits += 1));
    const answers = await sendsTogether(
      ada,
      bodies.map((body) => ({ roomId, body })),
    );
    hearing[Symbol.dispose]();
    expect(answers).toEqual(bodies.map((body, n) => `${String(n + 1)}: ${body}`));
    expect(commits).toBeLessThan(5);
  });

  it('are refused one by one: a refusal takes nothing from the others', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const open = await aRoom(otto);
    const hidden = await aRoom(otto, [], 'PRIVATE');
    const nonce = randomUUID();
    const answers = await sendsTogether(ada, [
      { roomId: room.id, body: 'One' },
      { roomId: open.id, body: 'Am I in?' },
      { roomId: room.id, body: 'Two', nonce },
      { roomId: hidden.id, body: 'Is this a room?' },
      { roomId: room.id, body: 'Two', nonce },
      { roomId: room.id, body: 'Something else', nonce },
      { roomId: room.id, body: ' ' },
      { roomId: room.id, body: 'Look', attachmentIds: [randomUUID()] },
      { roomId: room.id, body: 'Three' },
    ]);
    expect(answers).toEqual([
      '1: One',
      'FORBIDDEN',
      '2: Two',
      'NOT_FOUND',
      '2: Two',
      'CONFLICT',
      'BAD_USER_INPUT',
      'NOT_FOUND',
      '3: Three',
    ]);
    expect(await told(ada, room)).toEqual(['1: One', '2: Two', '3: Three']);
  });

  it('attach a file once', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { id } = await upload(ada, room, 'notes.txt', 'Hello');
    const note = { roomId: room.id, body: 'My notes', attachmentIds: [id] };
    const answers = await sendsTogether(ada, [{ ...note, body: 'First' }, note, { ...note, attachmentIds: [] }]);
    expect(answers).toEqual(['1: First', 'NOT_FOUND', '2: My notes']);
  });

  it('fail one by one: a fault in the middle of one leaves nothing of it, and all of the others', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await server.app
      .get<MikroORM<SqliteDriver>>(MikroORM)
      .em.execute(
        `create trigger spoiled after insert on message when new.body = 'Spoiled' begin select raise(abort, 'spoiled'); end`,
      );
    const sends = (bodies: readonly string[]) => bodies.map((body) => ({ roomId: room.id, body }));
    const [adas, bens] = await Promise.all([
      sendsTogether(ada, sends(['One', 'Spoiled', 'Two', 'Spoiled', 'Three'])),
      sendsTogether(ben, sends(['Uno', 'Due', 'Spoiled'])),
    ]);
    expect(adas.filter((answer) => answer === 'INTERNAL_SERVER_ERROR')).toHaveLength(2);
    expect(bens.filter((answer) => answer === 'INTERNAL_SERVER_ERROR')).toHaveLength(1);
    const events = await happenings(ada, room);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const sent = [...adas, ...bens].filter((answer) => answer !== 'INTERNAL_SERVER_ERROR');
    expect(await told(ada, room)).toEqual(sent.toSorted());
    expect(sent).toHaveLength(5);
  });

  it('are all there once where SQLite ends their transaction by itself, as it does when a disk fails', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await server.app
      .get<MikroORM<SqliteDriver>>(MikroORM)
      .em.execute(
        `create trigger ended before insert on audit_entry when new.detail = 'Spoiled' begin select raise(rollback, 'spoiled'); end`,
      );
    const messages = server.app.get(MessagesService);
    const actor = { userId: ada.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
    const send = (body: string) => messages.sendMessage(actor, { roomId: room.id, body });
    const spoiled = { action: AuditAction.SIGNED_IN, detail: 'Spoiled' };
    const note = server.app.get(AuditLog);
    const outcomes = await Promise.allSettled([send('One'), note.recordAlone(spoiled), send('Two'), send('Three')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await told(ada, room)).toEqual(['1: One', '2: Two', '3: Three']);
  });
});

/** Sends all of it over one socket without waiting; each is answered as "number: body", or with the code of its refusal. */
async function sendsTogether(person: Person, inputs: readonly Input[]): Promise<string[]> {
  await using socket = await person.opensSocket();
  const sent = inputs.map((input) => socket.subscribes<{ sendMessage: { message: MessageAnswer } }>(SEND, { input }));
  return await Promise.all(sent.map(async (one) => inShort(await one.answer())));
}

function inShort({ data, errors }: Answer<{ sendMessage: { message: MessageAnswer } }>): string {
  const message = data?.sendMessage?.message;
  return message ? `${String(message.number)}: ${message.body}` : (errors?.[0]?.extensions.code ?? 'no answer');
}

/** The messages that the room's events tell of, in the same form. */
async function told(reader: Person, room: { id: string; eventCursor: string }): Promise<string[]> {
  const events = await happenings(reader, room);
  return events.flatMap(({ message }) => (message ? [`${String(message.number)}: ${message.body}`] : []));
}
