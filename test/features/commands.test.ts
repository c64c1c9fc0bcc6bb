import { describe, expect, it } from 'vitest';
import { BOT_SCOPES, comesWith, disablesBot, makesToken } from '../support/people/bots.js';
import { deletesAccount, isGone } from '../support/people/account-deletion.js';
import { aCast } from '../support/people/cast.js';
import {
  aBotWithCommands,
  askedSince,
  COMMANDS,
  commandsIn,
  inputOf,
  INVOKE_COMMAND,
  invokes,
  placeOf,
  SET_COMMANDS,
  setsCommands,
  WEATHER,
} from '../support/people/commands.js';
import { archives, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { countIn } from '../support/servers/own-rows.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const NAMES = ['', 'Weather', '1st', '-a', 'a b', 'é', `a${'b'.repeat(32)}`];

describe('the commands of a bot', () => {
  it('are seen by the members of its rooms, by name, with what they do', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { bot } = await aBotWithCommands(ada, [room], [WEATHER, { name: 'deploy', description: 'Brings it out' }]);
    const { room: seen } = await ben.asks<{ room: { commands: unknown } }>(COMMANDS, { id: room.id });
    expect(seen.commands).toEqual([
      { name: 'deploy', description: 'Brings it out', usage: '', bot: { id: bot.id } },
      { ...WEATHER, bot: { id: bot.id } },
    ]);
  });

  it('are not seen by those who are not in the room', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    await aBotWithCommands(ada, [room]);
    expect(await commandsIn(otto, room)).toBeNull();
  });

  it('are replaced by those that it sets next', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { itself } = await aBotWithCommands(ada, [room]);
    await setsCommands(itself, [{ name: 'help', description: 'Helps' }]);
    expect(await commandsIn(ada, room)).toEqual(['help']);
    await setsCommands(itself, []);
    expect(await commandsIn(ada, room)).toEqual([]);
  });

  it('are gone when it leaves the room, when it is disabled, and when its owner’s account ends', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const rooms = [await aRoom(ada, [ben]), await aRoom(ada, [ben]), await aRoom(ada, [ben, cleo])] as const;
    const leaving = await aBotWithCommands(ada, [rooms[0]]);
    await ada.removes({ id: leaving.bot.user.id }, rooms[0]);
    const disabled = await aBotWithCommands(ada, [rooms[1]]);
    await disablesBot(ada, disabled.bot);
    const orphaned = await aBotWithCommands(cleo, [rooms[2]]);
    await deletesAccount(cleo);
    for (const [index, bot] of [leaving, disabled, orphaned].entries()) {
      const room = rooms[index] ?? rooms[0];
      expect(await commandsIn(ben, room)).toEqual([]);
      await ben.isRefused('NOT_FOUND', INVOKE_COMMAND, inputOf(bot, room));
    }
  });

  it('are set by the bot alone, with a token for all rooms that may write', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { bot } = await aBotWithCommands(ada, [room]);
    const commands = [WEATHER];
    await ada.isRefused('FORBIDDEN', SET_COMMANDS, { commands });
    const limited = comesWith(server, bot, await makesToken(ada, bot, { roomIds: [room.id] }));
    await limited.isRefused('FORBIDDEN', SET_COMMANDS, { commands });
    const scopes = BOT_SCOPES.filter((scope) => scope !== 'MESSAGES_WRITE');
    const reading = comesWith(server, bot, await makesToken(ada, bot, { scopes }));
    await reading.isRefused('FORBIDDEN', SET_COMMANDS, { commands });
  });

  it('are at most fifty, of different names', async () => {
    const { ada } = await aCast(server);
    const { itself } = await aBotWithCommands(ada, []);
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `c${String(index)}`, description: 'Does it' }));
    expect(await setsCommands(itself, many(50))).toHaveLength(50);
    await itself.isRefused('BAD_USER_INPUT', SET_COMMANDS, { commands: many(51) });
    await itself.isRefused('BAD_USER_INPUT', SET_COMMANDS, { commands: [WEATHER, WEATHER] });
  });

  it.each(NAMES)('cannot be called %j', async (name) => {
    const { ada } = await aCast(server);
    const { itself } = await aBotWithCommands(ada, []);
    await itself.isRefused('BAD_USER_INPUT', SET_COMMANDS, { commands: [{ ...WEATHER, name }] });
  });
});

describe('invoking a command', () => {
  it('tells the bot what was written, and posts nothing', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const bot = await aBotWithCommands(ada, [room]);
    const start = await placeOf(bot.itself);
    const interactionId = await invokes(ben, bot, room, { text: 'Köln tomorrow' });
    expect(await askedSince(bot.itself, start)).toMatchObject([
      { actor: { id: ben.id }, roomId: room.id, interactionId, command: 'weather', text: 'Köln tomorrow' },
    ]);
    expect(await countIn(server, 'message', { room_id: room.id })).toBe(0);
  });

  it('is for guests as well, and for nobody outside of the room', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const bot = await aBotWithCommands(ada, [room]);
    const guest = await Person.entersAsGuest(server, 'Gus');
    await guest.joins(room);
    await invokes(guest, bot, room);
    await otto.isRefused('FORBIDDEN', INVOKE_COMMAND, inputOf(bot, room));
    await bot.itself.isRefused('FORBIDDEN', INVOKE_COMMAND, inputOf(bot, room));
  });

  it('is refused where sending is: to members of a room where moderators post, in an archive, and too soon', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const bot = await aBotWithCommands(ada, [room]);
    await ada.updates(room, { slowModeSeconds: 60 });
    await invokes(ben, bot, room);
    await ben.isRefused('RATE_LIMITED', INVOKE_COMMAND, inputOf(bot, room));
    await ada.updates(room, { slowModeSeconds: 0, posting: 'MODERATORS' });
    await ben.isRefused('FORBIDDEN', INVOKE_COMMAND, inputOf(bot, room));
    await invokes(ada, bot, room);
    await archives(ada, room);
    await ada.isRefused('FORBIDDEN', INVOKE_COMMAND, inputOf(bot, room));
  });

  it('is refused for a command that the bot does not have, or a bot that is not in the room', async () => {
    const { ada } = await aCast(server);
    const [room, other] = [await aRoom(ada), await aRoom(ada)];
    const bot = await aBotWithCommands(ada, [room]);
    await ada.isRefused('NOT_FOUND', INVOKE_COMMAND, { ...inputOf(bot, room, { command: 'wether' }) });
    await ada.isRefused('NOT_FOUND', INVOKE_COMMAND, { ...inputOf(bot, other) });
  });

  it('is done once for a nonce, which another question cannot have', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const bot = await aBotWithCommands(ada, [room]);
    const start = await placeOf(bot.itself);
    const nonce = 'once';
    const [first, again] = await Promise.all([1, 2].map(() => invokes(ada, bot, room, { nonce })));
    expect(again).toBe(first);
    expect(await askedSince(bot.itself, start)).toHaveLength(1);
    await ada.isRefused('CONFLICT', INVOKE_COMMAND, { ...inputOf(bot, room, { nonce, text: 'Rome' }) });
    expect(await invokes(ben, bot, room, { nonce })).not.toBe(first);
  });

  it('is heard of by nobody but the bot, and not by a token for other rooms', async () => {
    const { ada, ben } = await aCast(server);
    const [room, other] = [await aRoom(ada, [ben]), await aRoom(ada)];
    const bot = await aBotWithCommands(ada, [room, other]);
    const neighbour = await aBotWithCommands(ada, [room], []);
    const tokenFor = async ({ id }: { readonly id: string }) =>
      comesWith(server, bot.bot, await makesToken(ada, bot.bot, { scopes: ['EVENTS_READ'], roomIds: [id] }));
    const [inside, outside] = [await tokenFor(room), await tokenFor(other)];
    const start = await placeOf(bot.itself);
    await invokes(ben, bot, room);
    const heard = await Promise.all(
      [bot.itself, inside, outside, neighbour.itself, ben].map((who) => askedSince(who, start)),
    );
    expect(heard.map(({ length }) => length)).toEqual([1, 1, 0, 0, 0]);
  });
});

describe('an answer', () => {
  it('is a message of the bot with the interaction', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const bot = await aBotWithCommands(ada, [room]);
    const interactionId = await invokes(ada, bot, room);
    await bot.itself.asks(SEND, { input: { roomId: room.id, body: 'Rain', interactionId, nonce: 'n' } });
    expect(await countIn(server, 'message', { room_id: room.id })).toBe(1);
    // The same with another interaction is another message.
    await bot.itself.isRefused('CONFLICT', SEND, { input: { roomId: room.id, body: 'Rain', nonce: 'n' } });
  });

  it('is refused in another room, by another bot, by people, and a day later', async () => {
    const { ada } = await aCast(server);
    const [room, other] = [await aRoom(ada), await aRoom(ada)];
    const bot = await aBotWithCommands(ada, [room, other]);
    const neighbour = await aBotWithCommands(ada, [room]);
    const start = await placeOf(bot.itself);
    const interactionId = await invokes(ada, bot, room);
    const input = { roomId: room.id, body: 'Rain', interactionId };
    await bot.itself.isRefused('NOT_FOUND', SEND, { input: { ...input, roomId: other.id } });
    await neighbour.itself.isRefused('NOT_FOUND', SEND, { input });
    await ada.isRefused('NOT_FOUND', SEND, { input });
    await bot.itself.isRefused('NOT_FOUND', SEND, { input: { ...input, interactionId: 'nothing' } });
    expect(await countIn(server, 'message', { room_id: room.id })).toBe(0);
    server.clock.advance({ days: 1, seconds: 1 });
    await bot.itself.isRefused('NOT_FOUND', SEND, { input });
    expect(await askedSince(bot.itself, start)).toMatchObject([{ interactionId, text: '', isAnswerable: false }]);
  });
});

it('what was asked goes with the room, and with the account of whoever asked', async () => {
  const { ada, ben } = await aCast(server);
  const [room, other] = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
  const bot = await aBotWithCommands(ada, [room, other]);
  await invokes(ada, bot, room);
  await invokes(ben, bot, other);
  await deletesRoom(ada, room);
  await isSwept(server);
  expect(await countIn(server, 'interaction', { room_id: room.id })).toBe(0);
  await deletesAccount(ben);
  await isGone(server);
  expect(await countIn(server, 'interaction', { user_id: ben.id })).toBe(0);
});
