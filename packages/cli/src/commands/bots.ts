import type { Command } from '../command.js';
import { ADD_MEMBER, CREATE_BOT, DISABLE_BOT } from '../operations.js';
import { botIdOf, ownBots } from '../own-bots.js';
import { roomIdsOf } from '../rooms.js';
import { signedIn } from '../signed-in.js';

export const botList: Command = {
  name: 'bot list',
  words: '',
  summary: 'Lists the bots that you have made.',
  run: signedIn(async (chat, _typed, output) => {
    for (const bot of await ownBots(chat))
      output.say(bot, `${bot.id}  ${bot.user.username}${bot.disabledAt === null ? '' : '  (disabled)'}`);
  }),
};

export const botCreate: Command = {
  name: 'bot create',
  words: 'USERNAME',
  summary: 'Makes a bot of yours, and adds it to rooms.',
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
  run: signedIn(async (chat, typed, output) => {
    const { bot } = (await chat.ask(DISABLE_BOT, { botId: await botIdOf(chat, typed.words[0] ?? '') })).disableBot;
    output.say(bot, `Disabled ${bot.user.username}.`);
  }),
};
