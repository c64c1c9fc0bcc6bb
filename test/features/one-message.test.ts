import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

const MESSAGE = `query ($id: ID!) { message(id: $id) {
  id body deletedAt path room { id } author { username } attachments { id } reactions { emoji } viewerState { reactions }
} }`;

interface Found {
  readonly message: { readonly id: string; readonly path: string } | null;
}

const BY_NONCE = 'query ($nonce: String!) { messageByNonce(nonce: $nonce) { id body deletedAt } }';

describe('a message by the nonce that it was sent with', () => {
  it('is shown to whoever sent it, as it is now', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const nonce = randomUUID();
    expect(await ada.asks(BY_NONCE, { nonce })).toEqual({ messageByNonce: null });
    const { id } = await ada.says('Here it is', room, { nonce });
    await ada.edits({ id }, 'Here it was');
    expect(await ada.asks(BY_NONCE, { nonce })).toMatchObject({ messageByNonce: { id, body: 'Here it was' } });
    await ada.deletes({ id });
    expect(await ada.asks(BY_NONCE, { nonce })).toMatchObject({ messageByNonce: { id, body: '' } });
  });

  it('is null for everybody else, for its sender once they have left the room, and where none was sent', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const nonce = randomUUID();
    const { id } = await ben.says('Here it is', room, { nonce });
    for (const reader of [ada, otto]) expect(await reader.asks(BY_NONCE, { nonce })).toEqual({ messageByNonce: null });
    await ben.leaves(room);
    expect(await ben.asks(BY_NONCE, { nonce })).toEqual({ messageByNonce: null });
    await ben.joins(room);
    expect(await ben.asks(BY_NONCE, { nonce })).toMatchObject({ messageByNonce: { id } });
    for (const other of [randomUUID(), '', '\0', `${nonce}\0`])
      expect(await ben.asks(BY_NONCE, { nonce: other })).toEqual({ messageByNonce: null });
  });
});

describe('a message by its id', () => {
  it('is shown to everybody who is in its room, a guest as well', async () => {
    const { ada, ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, guest]);
    const { id } = await ben.says('Here it is', room);
    for (const reader of [ada, ben, guest])
      expect(await reader.asks(MESSAGE, { id })).toMatchObject({
        message: { id, body: 'Here it is', room: { id: room.id }, author: { username: ben.username } },
      });
  });

  it('is null for an outsider and for one who has left, as one is that does not exist', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const { id } = await ben.says('Here it is', room);
      await ben.leaves(room);
      for (const reader of [otto, ben]) expect(await reader.asks(MESSAGE, { id })).toEqual({ message: null });
      await ada.adds(ben, room);
      expect(await ben.asks(MESSAGE, { id })).toMatchObject({ message: { id } });
    }
    for (const id of [randomUUID(), 'no id', '', '\0'])
      expect(await ada.asks(MESSAGE, { id })).toEqual({ message: null });
  });

  it('is null at once for one who is removed, also just after it was sent', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { id } = await ada.says('Just now', room);
    await ada.removes(ben, room);
    expect(await ben.asks(MESSAGE, { id })).toEqual({ message: null });
    expect(await ada.asks(MESSAGE, { id })).toMatchObject({ message: { id } });
  });

  it('is what remains of it once it is deleted', async () => {
    const { ada } = await aCast(server);
    const message = await ada.says('Here it is', await aRoom(ada));
    await ada.deletes(message);
    expect(await ada.asks(MESSAGE, { id: message.id })).toMatchObject({
      message: { body: '', deletedAt: expect.any(String) as string },
    });
  });

  it('costs fifty at once as many statements as two', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const ids = [];
    for (let n = 0; n < 50; n += 1) ids.push((await ben.says(`Message ${String(n)}`, room)).id);
    const asking = (some: readonly string[]) => () =>
      ada.asks(
        `{ ${some.map((id, n) => `m${String(n)}: message(id: "${id}") { body author { username } }`).join(' ')} }`,
      );
    await asking(ids)();
    const two = await statementsDuring(server, asking(ids.slice(0, 2)));
    expect(await statementsDuring(server, asking(ids))).toHaveLength(two.length);
  });
});

it('its path is that of a page of the web client, and names the room and the message', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const { id, number } = await ada.says('Here it is', room);
  const { message } = await ada.asks<Found>(MESSAGE, { id });
  expect(message?.path).toBe(`/chat/${room.id}/${String(number)}`);
  expect((await fetch(server.url + (message?.path ?? ''))).status).toBe(200);
});
