import type { Tertulia } from '@tertulia/sdk';
import { type Command, UsageError } from '../command.js';
import {
  ADD_MEMBER,
  type Bot,
  BOTS,
  CREATE_BOT,
  CREATE_TOKEN,
  CREATE_WEBHOOK,
  DELETE_WEBHOOK,
  DISABLE_BOT,
  REVOKE_TOKEN,
} from '../operations.js';
import { roomIdOf } from '../rooms.js';
import { signedIn } from '../signed-in.js';

export const botList: Command = {
  name: 'bot list',
  words: '',
  summary: 'Lists the bots that you have made.',
  takes: { least: 0, most: 0 },
  options: {},
  run: signedIn(async (chat, _typed, output) => {
    for (const bot of await ownBots(chat))
      output.say(bot, `${bot.id}  ${bot.user.username}${bot.disabledAt === null ? '' : '  (disabled)'}`);
  }),
};

export const botCreate: Command = {
  name: 'bot create',
  words: 'USERNAME',
  summary: 'Makes a bot of yours, and adds it to rooms.',
  takes: { least: 1, most: 1 },
  options: {
    name: { type: 'string', summary: 'what people read' },
    description: { type: 'string', summary: 'what it is for' },
    room: { type: 'string', multiple: true, summary: 'a room to add it to' },
  },
  run: signedIn(async (chat, typed, output) => {
    const [username = ''] = typed.words;
    const roomIds = await roomIdsOf(chat, typed.values('room'));
    const input = { username, displayName: typed.value('name'), description: typed.value('description') };
    const { bot } = (await chat.ask(CREATE_BOT, { input })).createBot;
    for (const roomId of roomIds) await chat.ask(ADD_MEMBER, { roomId, userId: bot.user.id });
    output.say(bot, `Made ${bot.user.username}. \`tertulia token create ${bot.user.username}\` gives it a token.`);
  }),
};

export const botDisable: Command = {
  name: 'bot disable',
  words: 'BOT',
  summary: 'Disables a bot of yours for good: its tokens count no more.',
  takes: { least: 1, most: 1 },
  options: {},
  run: signedIn(async (chat, typed, output) => {
    const { bot } = (await chat.ask(DISABLE_BOT, { botId: await botIdOf(chat, typed.words[0] ?? '') })).disableBot;
    output.say(bot, `Disabled ${bot.user.username}.`);
  }),
};

export const tokenCreate: Command = {
  name: 'token create',
  words: 'BOT',
  summary: 'Makes a token of a bot, and shows it this once.',
  takes: { least: 1, most: 1 },
  options: {
    name: { type: 'string', summary: 'what you know it by' },
    scope: {
      type: 'string',
      multiple: true,
      summary: 'such as MESSAGES_READ; reading and writing messages if left out',
    },
    room: { type: 'string', multiple: true, summary: 'a room that it is for; all rooms of the bot if left out' },
    expires: { type: 'string', summary: 'when it runs out, such as 2030-01-31' },
  },
  run: signedIn(async (chat, typed, output) => {
    const scopes = typed.values('scope');
    const rooms = typed.values('room');
    const expires = typed.value('expires');
    const input = {
      botId: await botIdOf(chat, typed.words[0] ?? ''),
      name: typed.value('name') ?? 'Command line',
      scopes: scopes.length > 0 ? scopes : ['EVENTS_READ', 'MESSAGES_READ', 'MESSAGES_WRITE'],
      roomIds: rooms.length > 0 ? await roomIdsOf(chat, rooms) : undefined,
      expiresAt: expires === undefined ? undefined : momentOf(expires),
    };
    const { token, secret } = (await chat.ask(CREATE_TOKEN, { input })).createBotToken;
    output.say({ id: token.id, secret }, secret);
  }),
};

export const tokenRevoke: Command = {
  name: 'token revoke',
  words: 'TOKEN_ID',
  summary: 'Revokes a token: what is connected with it is cut off at once.',
  takes: { least: 1, most: 1 },
  options: {},
  run: signedIn(async (chat, typed, output) => {
    await chat.ask(REVOKE_TOKEN, { tokenId: typed.words[0] ?? '' });
    output.say({ ok: true }, 'Revoked.');
  }),
};

export const webhookCreate: Command = {
  name: 'webhook create',
  words: 'ROOM NAME',
  summary: 'Makes an address by which other services post into a room, and shows it this once.',
  takes: { least: 2, most: 2 },
  options: {},
  run: signedIn(async (chat, typed, output) => {
    const [room = '', name = ''] = typed.words;
    const variables = { roomId: await roomIdOf(chat, room), name };
    const { webhook, url } = (await chat.ask(CREATE_WEBHOOK, variables)).createIncomingWebhook;
    output.say({ id: webhook.id, url }, url);
  }),
};

export const webhookDelete: Command = {
  name: 'webhook delete',
  words: 'WEBHOOK_ID',
  summary: 'Takes the address away.',
  takes: { least: 1, most: 1 },
  options: {},
  run: signedIn(async (chat, typed, output) => {
    await chat.ask(DELETE_WEBHOOK, { webhookId: typed.words[0] ?? '' });
    output.say({ ok: true }, 'Deleted.');
  }),
};

async function ownBots(chat: Tertulia): Promise<Bot[]> {
  const bots: Bot[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(chat, after);
    bots.push(...nodes);
    if (!pageInfo.hasNextPage) return bots;
    after = pageInfo.endCursor;
  }
}

async function page(chat: Tertulia, after: string | null) {
  return (await chat.ask(BOTS, { after })).bots;
}

/** The id of one's bot of this id or username. */
async function botIdOf(chat: Tertulia, given: string): Promise<string> {
  const bot = (await ownBots(chat)).find(({ id, user }) => id === given || user.username === given.replace(/^@/, ''));
  if (!bot) throw new UsageError(`You have no bot of the username or id ${given}.`);
  return bot.id;
}

function roomIdsOf(chat: Tertulia, rooms: readonly string[]): Promise<string[]> {
  return Promise.all(rooms.map((room) => roomIdOf(chat, room)));
}

function momentOf(given: string): string {
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime())) throw new UsageError(`Not a date: ${given}`);
  return moment.toISOString();
}
