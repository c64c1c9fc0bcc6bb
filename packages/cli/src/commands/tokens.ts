import { type Command, UsageError } from '../command.js';
import { CREATE_TOKEN, REVOKE_TOKEN } from '../operations.js';
import { botIdOf } from '../own-bots.js';
import { roomIdsOf } from '../rooms.js';
import { signedIn } from '../signed-in.js';

export const tokenCreate: Command = {
  name: 'token create',
  words: 'BOT',
  summary: 'Makes a token of a bot, and shows it this once.',
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
  run: signedIn(async (chat, typed, output) => {
    await chat.ask(REVOKE_TOKEN, { tokenId: typed.words[0] ?? '' });
    output.say({ ok: true }, 'Revoked.');
  }),
};

function momentOf(given: string): string {
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime())) throw new UsageError(`Not a date: ${given}`);
  return moment.toISOString();
}
