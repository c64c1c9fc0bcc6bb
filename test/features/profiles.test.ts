import { describe, expect, it, vi } from 'vitest';
import { Database } from '#server/database/index.js';
import { USERS_WITH_IDS } from '#server/users/users.queries.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import {
  profileOf,
  SET_STATUS,
  sendsAvatar,
  setsAvatar,
  setsStatus,
  UPDATE_PROFILE,
  updatesProfile,
} from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { picture } from '../support/files/uploads.js';

const server = await aServer();

describe('what somebody says of themselves', () => {
  it('is seen by everybody who is signed in, and begins with the username alone', async () => {
    const { ada, otto } = await aCast(server);
    expect(await profileOf(otto, ada)).toEqual({
      id: ada.id,
      displayName: ada.username,
      avatarUrl: null,
      about: null,
      timeZone: null,
      status: null,
    });
    await updatesProfile(ada, { displayName: 'Ada Lovelace', about: ' Engines,\nmostly. ', timeZone: 'europe/london' });
    expect(await profileOf(otto, ada)).toMatchObject({
      displayName: 'Ada Lovelace',
      about: 'Engines,\nmostly.',
      timeZone: 'Europe/London',
    });
  });

  it('stays where it is left out, and goes where it is null', async () => {
    const { ada } = await aCast(server);
    await updatesProfile(ada, { displayName: 'Ada Lovelace', about: 'Engines', timeZone: 'UTC' });
    expect(await updatesProfile(ada, {})).toMatchObject({
      displayName: 'Ada Lovelace',
      about: 'Engines',
      timeZone: 'UTC',
    });
    expect(await updatesProfile(ada, { displayName: null, about: null, timeZone: null })).toMatchObject({
      displayName: ada.username,
      about: null,
      timeZone: null,
    });
    await updatesProfile(ada, { about: 'Engines' });
    expect(await updatesProfile(ada, { about: '  ' })).toMatchObject({ about: null });
  });

  it.each([
    ['a name of nothing', 'displayName', '  '],
    ['a name that nobody sees', 'displayName', 'A\u200Bda'],
    ['a name that turns the writing round', 'displayName', 'A\u202Eda'],
    ['a name that is too long', 'displayName', 'a'.repeat(65)],
    ['more than anybody reads', 'about', 'a'.repeat(501)],
    ['marks piled up', 'about', `a${'\u0301'.repeat(9)}`],
    ['what no store keeps', 'about', 'a\0b'],
    ['a time zone that is none', 'timeZone', 'Europe/Atlantis'],
    ['a difference from UTC, which knows no summer', 'timeZone', '+02:00'],
    ['an empty time zone', 'timeZone', ''],
    ['an endless time zone', 'timeZone', 'Europe/'.repeat(2000)],
  ])('is not %s', async (_, field, value) => {
    const { ada } = await aCast(server);
    const refusal = await ada.isRefused('BAD_USER_INPUT', UPDATE_PROFILE, { input: { [field]: value } });
    expect(refusal.extensions).toMatchObject({ field });
    expect(await profileOf(ada, ada)).toMatchObject({ displayName: ada.username, about: null, timeZone: null });
  });

  it('takes 500 characters of any script, and a name of 64', async () => {
    const { ada } = await aCast(server);
    const input = { about: '👩‍🚀'.repeat(166), displayName: '茶'.repeat(64) };
    expect(await updatesProfile(ada, input)).toMatchObject(input);
  });

  it('finds them by their new name, and not by the old one any more', async () => {
    const { ada, ben } = await aCast(server);
    await aRoom(ada, [ben]);
    await updatesProfile(ada, { displayName: 'Countess Zyx' });
    const found = async (query: string) =>
      (
        await ben.asks<{ users: { id: string }[] }>('query ($query: String!) { users(query: $query) { id } }', {
          query,
        })
      ).users.map(({ id }) => id);
    expect(await found('countess zyx')).toEqual([ada.id]);
    await updatesProfile(ada, { displayName: 'Lady Qua' });
    expect(await found('countess zyx')).toEqual([]);
    expect(await found('lady qua')).toEqual([ada.id]);
  });

  it('is nothing that a guest has, who is their nickname; a visitor neither', async () => {
    const guest = await Person.entersAsGuest(server, 'Gil');
    await guest.isRefused('FORBIDDEN', UPDATE_PROFILE, { input: { about: 'I am new' } });
    expect(await sendsAvatar(guest, await picture(50, 50).png().toBuffer())).toBe('FORBIDDEN');
    const { ada } = await aCast(server);
    const visitor = Person.movesTo(server, Object.assign(Object.create(ada) as Person, { accessToken: '' }));
    await visitor.isRefused('UNAUTHENTICATED', UPDATE_PROFILE, { input: { about: 'Nobody' } });
  });
});

describe('a changed name', () => {
  it('stands at once beside what was said before, in mentions, answers, reactions and lists', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Hello', room);
    await ben.says(`@${ada.username}, hello`, room, { replyToId: message.id });
    await ada.reacts('👍', message);
    const page = `query ($id: ID!) { room(id: $id) {
      messages(last: 5) { nodes { author { displayName } mentions { displayName } replyTo { author { displayName } }
        reactions { users { nodes { displayName } } } } }
      members { nodes { user { displayName } } } } }`;
    // Read before, so that whatever is remembered is remembered.
    const before = JSON.stringify(await ben.asks(page, { id: room.id }));
    await updatesProfile(ada, { displayName: 'Ada Lovelace' });
    const after = JSON.stringify(await ben.asks(page, { id: room.id }));
    expect(before).not.toContain('Ada Lovelace');
    expect(after).toBe(before.replaceAll(`"displayName":"${ada.username}"`, '"displayName":"Ada Lovelace"'));
    expect(after.match(/Ada Lovelace/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('is never the old one again, also where somebody was read just before it changed', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Hello', room);
    await updatesProfile(ada, { displayName: 'Ada the First' });
    const name = async () => {
      const { room: read } = await ben.asks<{ room: { messages: { nodes: { author: { displayName: string } }[] } } }>(
        'query ($id: ID!) { room(id: $id) { messages(last: 1) { nodes { author { displayName } } } } }',
        { id: room.id },
      );
      return read.messages.nodes[0]?.author.displayName;
    };
    const database = server.app.get(Database);
    const find = database.find.bind(database);
    let hasChanged = false;
    const spy = vi.spyOn(database, 'find').mockImplementation(async (query, values) => {
      const rows = await find(query, values);
      if (query !== USERS_WITH_IDS || hasChanged) return rows;
      hasChanged = true;
      await updatesProfile(ada, { displayName: 'Ada the Second' });
      return rows;
    });
    await name();
    spy.mockRestore();
    expect(hasChanged).toBe(true);
    expect(await name()).toBe('Ada the Second');
  });
});

describe('a status', () => {
  it('is an emoji, a text or both, and ends by itself', async () => {
    const { ada, ben } = await aCast(server);
    const until = new Date(server.clock.now().getTime() + 60_000).toISOString();
    await setsStatus(ada, { emoji: '🌴', text: ' On holiday ', until });
    expect((await profileOf(ben, ada)).status).toEqual({ emoji: '🌴', text: 'On holiday', until });
    server.clock.advance({ seconds: 59 });
    expect((await profileOf(ben, ada)).status).not.toBeNull();
    server.clock.advance({ seconds: 1 });
    const bens = await Person.signsIn(server, ben.username);
    expect((await profileOf(bens, ada)).status).toBeNull();
    const adas = await Person.signsIn(server, ada.username);
    expect((await setsStatus(adas, { emoji: '☕' })).status).toEqual({ emoji: '☕', text: '', until: null });
    expect((await setsStatus(adas, { text: 'Reading' })).status).toEqual({ emoji: null, text: 'Reading', until: null });
  });

  it('is over also beside messages that were read before it ended', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const until = new Date(server.clock.now().getTime() + 60_000).toISOString();
    await setsStatus(ada, { text: 'Lunch', until });
    await ada.says('Back soon', room);
    const status = async (who: Person) => {
      const query = 'query ($id: ID!) { room(id: $id) { messages(last: 1) { nodes { author { status { text } } } } } }';
      return JSON.stringify(await who.asks(query, { id: room.id }));
    };
    expect(await status(ben)).toContain('Lunch');
    server.clock.advance({ seconds: 61 });
    expect(await status(ben)).not.toContain('Lunch');
  });

  it('is taken away by one without emoji and text', async () => {
    const { ada } = await aCast(server);
    await setsStatus(ada, { text: 'Busy' });
    expect((await setsStatus(ada, {})).status).toBeNull();
    await setsStatus(ada, { text: 'Busy' });
    expect((await setsStatus(ada, { emoji: '', text: '  ', until: '2020-01-01T00:00:00.000Z' })).status).toBeNull();
  });

  it.each([
    ['two emoji', { emoji: '🌴🌴' }, 'emoji'],
    ['a letter for an emoji', { emoji: 'a' }, 'emoji'],
    ['two lines', { text: 'one\ntwo' }, 'text'],
    ['more than fits', { text: 'a'.repeat(101) }, 'text'],
    ['what nobody sees', { text: 'a\u200Bb' }, 'text'],
    ['an end in the past', { text: 'Late', until: '2020-01-01T00:00:00.000Z' }, 'until'],
  ])('is not %s', async (_, input, field) => {
    const { ada } = await aCast(server);
    const refusal = await ada.isRefused('BAD_USER_INPUT', SET_STATUS, { input });
    expect(refusal.extensions).toMatchObject({ field });
    expect((await profileOf(ada, ada)).status).toBeNull();
  });

  it('is a guest’s as well', async () => {
    const guest = await Person.entersAsGuest(server, 'Gus');
    expect((await setsStatus(guest, { text: 'Just looking' })).status).toMatchObject({ text: 'Just looking' });
  });
});

describe('a picture', () => {
  it('stays where other things change, and goes where one says so', async () => {
    const { ada, otto } = await aCast(server);
    const url = await setsAvatar(ada, await picture(200, 100).png().toBuffer());
    expect((await updatesProfile(ada, { about: 'With a face' })).avatarUrl).toBe(url);
    expect((await profileOf(otto, ada)).avatarUrl).toBe(url);
    expect((await updatesProfile(ada, { removeAvatar: true })).avatarUrl).toBeNull();
  });

  it('comes with the other changes of the same request, or none of it comes', async () => {
    const { ada } = await aCast(server);
    const png = await picture(80, 80).png().toBuffer();
    expect(await sendsAvatar(ada, png, { displayName: 'Ada L.' })).toMatchObject({ displayName: 'Ada L.' });
    const { avatarUrl } = await profileOf(ada, ada);
    expect(await sendsAvatar(ada, await picture(80, 80).png().toBuffer(), { displayName: '' })).toBe('BAD_USER_INPUT');
    expect(await sendsAvatar(ada, png, { removeAvatar: true })).toBe('BAD_USER_INPUT');
    expect(await sendsAvatar(ada, 'no picture at all', { displayName: 'Ada M.' })).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect(await profileOf(ada, ada)).toMatchObject({ displayName: 'Ada L.', avatarUrl });
  });
});
