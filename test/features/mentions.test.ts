import { describe, expect, it } from 'vitest';
import { Database } from '#server/database/index.js';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { activityOf, mentionsBadge, mentionsOf, pagesOfActivity } from '../support/people/mentions.js';
import { Person, SEND } from '../support/people/person.js';
import { marksUnread, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

describe('whom a message names', () => {
  it('is found by the server, whatever the case and the punctuation', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const message = await ada.says(`Ask @${ben.username.toUpperCase()}, or **@${cleo.username}**.`, room);
    expect(await mentionsOf(ada, message)).toEqual({ people: [ben.id, cleo.id].toSorted(), room: false });
  });

  it('is nobody in code, in quotes, in addresses, or by a name that nobody has', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const name = `@${ben.username}`;
    for (const body of [
      `\`${name}\``,
      `\`\`\`\n${name}\n\`\`\``,
      `    ${name}`,
      `> ${name}`,
      `https://example.org/${name}`,
      '@nobody.of.this.name',
    ]) {
      const message = await ada.says(body, room);
      expect(await mentionsOf(ada, message), body).toEqual({ people: [], room: false });
    }
    expect(await mentionsBadge(ben, room)).toBe(0);
  });

  it('changes with an edit, and is nobody any more once it is deleted', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const message = await ada.says(`@${ben.username} and @room`, room);
    expect(await mentionsOf(ada, message)).toEqual({ people: [ben.id], room: true });
    await ada.edits(message, `@${cleo.username}`);
    expect(await mentionsOf(ada, message)).toEqual({ people: [cleo.id], room: false });
    await ada.edits(message, 'nobody');
    expect(await mentionsOf(ada, message)).toEqual({ people: [], room: false });
    await ada.edits(message, `@${ben.username} and @room`);
    await ada.deletes(message);
    expect(await mentionsOf(ada, message)).toEqual({ people: [], room: false });
    expect(await rowsAbout(message.id)).toBe(0);
  });

  it('is up to twenty people', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const word = aName();
    const names = Array.from({ length: 21 }, (_, index) => `${word}.${String(index)}`);
    for (const name of names) await Person.registers(server, name);
    const message = await ada.says(names.map((name) => `@${name}`).join(' '), room);
    expect((await mentionsOf(ada, message)).people).toHaveLength(20);
  });

  it('is somebody outside of the room as well, who sees and counts nothing', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const message = await ada.says(`@${otto.username}`, room);
    expect((await mentionsOf(ada, message)).people).toEqual([otto.id]);
    expect(await activityOf(otto)).toEqual([]);
    const { message: seen } = await otto.asks<{ message: unknown }>('query ($id: ID!) { message(id: $id) { id } }', {
      id: message.id,
    });
    expect(seen).toBeNull();
    await ada.adds(otto, room);
    expect(await mentionsBadge(otto, room)).toBe(0);
    expect(await activityOf(otto)).toEqual([message.id]);
    await ada.removes(otto, room);
    expect(await activityOf(otto)).toEqual([]);
  });

  it('is nobody who has gone', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [guest]);
    await guest.asks('mutation { logout { ok } }');
    expect((await mentionsOf(ada, await ada.says(`@${guest.username}`, room))).people).toEqual([]);
  });
});

describe('@room', () => {
  it('is for everybody in a room of up to fifty, guests as well', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    for (const author of [ben, guest])
      expect((await mentionsOf(ada, await author.says('Tea, @Room?', room))).room).toBe(true);
    expect(await mentionsBadge(ada, room)).toBe(2);
    expect(await mentionsBadge(ben, room)).toBe(1);
  });

  it('is for the owner and moderators alone in larger ones: there it is a word of all others', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(ben, 'MODERATOR', room);
    const isMentioned = async (author: Person): Promise<boolean> =>
      (await mentionsOf(ada, await author.says('@room', room))).room;
    await hasMembers(room, 50);
    expect(await isMentioned(cleo)).toBe(true);
    const kept = await cleo.says('@room', room);
    await hasMembers(room, 51);
    expect([await isMentioned(ada), await isMentioned(ben), await isMentioned(cleo)]).toEqual([true, true, false]);
    // What was said when one might stays said.
    await cleo.edits(kept, '@room, tea');
    expect((await mentionsOf(ada, kept)).room).toBe(true);
    const word = await cleo.says('everybody', room);
    await cleo.edits(word, '@room');
    expect((await mentionsOf(ada, word)).room).toBe(false);
  });

  it('is nobody’s username', async () => {
    for (const username of ['room', 'ROOM', 'ｒｏｏｍ']) {
      const input = { username, password: 'a long password' };
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }',
          variables: { input },
        }),
      });
      expect(await answer.text()).toContain('BAD_USER_INPUT');
    }
  });
});

describe('the badge of mentions', () => {
  it('counts what is unread, each message once, and never one’s own', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const name = `@${ben.username}`;
    await ada.says(`${name} ${name} @room`, room);
    const second = await ada.says(name, room);
    await ada.says('nothing', room);
    await ben.says(`${name} @room`, room);
    expect(await mentionsBadge(ben, room)).toBe(2);
    await reads(ben, room, 1);
    expect(await mentionsBadge(ben, room)).toBe(1);
    await ada.edits(second, 'never mind');
    expect(await mentionsBadge(ben, room)).toBe(0);
    await marksUnread(ben, room, 1);
    expect(await mentionsBadge(ben, room)).toBe(1);
    await ben.leaves(room);
    await ben.joins(room);
    expect(await mentionsBadge(ben, room)).toBe(0);
  });
});

describe('activity', () => {
  it('is what mentions one or answers one, newest first, by page', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const asked = await ben.says('Tea?', room);
    const named = await ada.says(`@${ben.username}`, room);
    const answer = await ada.says('Yes', room, { replyToId: asked.id });
    const both = await ada.says(`@${ben.username} Yes`, room, { replyToId: asked.id });
    const toAll = await ada.says('@room', room);
    await ada.says('nothing', room);
    await ben.says(`@${ben.username} myself`, room, { replyToId: asked.id });
    const deleted = await ada.says(`@${ben.username}`, room, { replyToId: asked.id });
    await ada.deletes(deleted);
    expect(await activityOf(ben)).toEqual([toAll.id, both.id, answer.id, named.id]);
    expect(await activityOf(ben, 2)).toEqual([toAll.id, both.id, answer.id, named.id]);
    expect(await activityOf(ada)).toEqual([]);
  });

  it('is of the rooms that one is in', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says(`@${ben.username}`, room);
    await ada.says('@room', room);
    await ben.leaves(room);
    expect(await activityOf(ben)).toEqual([]);
  });

  it('fills its pages with what is to be seen, however much there is in rooms that one has left', async () => {
    const { ada, ben } = await aCast(server);
    const [room, left] = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    const named: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      named.unshift((await ada.says(`@${ben.username}`, room)).id);
      const asked = await ben.says('Tea?', left);
      for (let more = 0; more < 2; more += 1) {
        await ada.says(`@${ben.username}`, left);
        await ada.says('@room', left);
        await ada.says('Yes', left, { replyToId: asked.id });
        await ada.says('Yes', left, { threadRootId: asked.id });
      }
    }
    await ben.leaves(left);
    expect(await pagesOfActivity(ben, 2)).toEqual([named.slice(0, 2), named.slice(2)]);
  });
});

it('a message without an @ costs no statement more, sent or shown', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const sends = (body: string) => () =>
    ada.asks(SEND.replace('{ id number', '{ id mentions { id } mentionsRoom number'), {
      input: { roomId: room.id, body },
    });
  await sends('Hello')();
  const heard = await statementsDuring(server, sends('Hello'));
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.filter((text) => /mention|username_key/.test(text))).toEqual([]);
  const withName = await statementsDuring(server, sends(`Hello @${ben.username}`));
  expect(withName.filter((text) => /mention|username_key/.test(text)).length).toBeGreaterThan(0);
});

/** As if so many were in it. */
async function hasMembers(room: { readonly id: string }, count: number): Promise<void> {
  await server.app.get(Database).write({ rooms: [room.id] }, async (tx) => {
    await tx.em.execute('update room set member_count = ? where id = ?', [count, room.id]);
  });
}

async function rowsAbout(messageId: string): Promise<number> {
  const counts = await Promise.all(
    ['message_mention', 'room_mention'].map((table) =>
      server.app
        .get(Database)
        .read()
        .execute<{ count: number }[]>(`select count(*) as count from ${table} where message_id = ?`, [messageId]),
    ),
  );
  return counts.flat().reduce((sum, { count }) => sum + count, 0);
}
