import { defineEntity, p } from '@mikro-orm/core';

/** What people may type with a slash, and which bot it is for. It is the bot's: a change holds its account. */
const schema = defineEntity({
  name: 'BotCommand',
  tableName: 'bot_command',
  properties: {
    botId: p.uuid().primary(),
    name: p.string().primary(),
    description: p.string(),
    usage: p.string(),
  },
});

export class BotCommand extends schema.class {}
schema.setClass(BotCommand);
