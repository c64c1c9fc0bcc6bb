import { entityQuery, query } from '../../database/index.js';
import { BotCommand } from './bot-command.entity.js';

/** The bot is in the room, and both it and its owner are there and not disabled. */
const CAN_ANSWER = `bot_command.bot_id in (
    select bot.id from membership join bot on bot.user_id = membership.user_id
      join "user" as account on account.id = bot.user_id join "user" as owner on owner.id = bot.owner_id
    where membership.room_id = ? and membership.left_position is null
      and account.ended_at is null and account.disabled_at is null and owner.ended_at is null and owner.disabled_at is null
  )`;

export const COMMANDS_IN_ROOM = entityQuery(BotCommand, `${CAN_ANSWER} order by name, bot_id limit ?`);

/** The account of the bot that has a command in a room. */
export const BOT_WITH_COMMAND = query(
  `select bot.user_id as "userId" from bot_command join bot on bot.id = bot_command.bot_id
  where bot_command.bot_id = ? and bot_command.name = ? and ${CAN_ANSWER}`,
);

export const BOT_OF_ACCOUNT = query('select id from bot where user_id = ?');

export const COMMANDS_OF_BOT = entityQuery(BotCommand, 'bot_id = ? order by name');

export const REMOVE_COMMANDS_OF_BOT = query('delete from bot_command where bot_id = ?');

export const ADD_COMMAND = query('insert into bot_command (bot_id, name, description, usage) values (?, ?, ?, ?)');

/** Those of a bot, or of the bots of their owner. Gives a row for each. */
export const REMOVE_SOME_COMMANDS_OF_ACCOUNT = query(
  `delete from bot_command where (bot_id, name) in (
    select bot_command.bot_id, bot_command.name from bot_command join bot on bot.id = bot_command.bot_id
    where bot.user_id = ? or bot.owner_id = ? limit ?
  ) returning name`,
);
