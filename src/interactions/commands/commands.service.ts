import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import { MAX_MESSAGE_LENGTH } from '../../messages/index.js';
import { KeptBots } from '../../bots/index.js';
import { RoomFloor } from '../../rooms/index.js';
import { isId } from '../../runtime/index.js';
import { verbatimWithin } from '../../text/index.js';
import { Interactions, nonceFrom } from '../interactions.js';
import { CommandInvoked } from '../interactions.events.js';
import { CommandType } from './command.type.js';
import { CommandNotFound, CommandsAreForAllRooms, OnlyBotsHaveCommands } from './commands.errors.js';
import type { CommandInput, InvokeCommandInput } from './commands.inputs.js';
import { commandsFrom, isCommandName } from './commands.policy.js';
import {
  ADD_COMMAND,
  BOT_OF_ACCOUNT,
  BOT_WITH_COMMAND,
  COMMANDS_OF_BOT,
  REMOVE_COMMANDS_OF_BOT,
} from './commands.queries.js';

@Injectable()
export class CommandsService {
  constructor(
    private readonly database: Database,
    private readonly interactions: Interactions,
    private readonly bots: KeptBots,
    private readonly floor: RoomFloor,
    private readonly journal: Journal,
  ) {}

  /** In place of those that the bot had. */
  async setCommands({ userId, bot: grant }: Actor, inputs: readonly CommandInput[]): Promise<CommandType[]> {
    if (grant === null) throw new OnlyBotsHaveCommands();
    if (grant.roomIds !== null) throw new CommandsAreForAllRooms();
    const commands = commandsFrom(inputs);
    const [bot] = await this.database.rows<{ id: string }>(BOT_OF_ACCOUNT, [userId]);
    if (!bot) throw new OnlyBotsHaveCommands();
    await this.database.write({ people: [userId] }, async (tx) => {
      await tx.rows(REMOVE_COMMANDS_OF_BOT, [bot.id]);
      for (const { name, description, usage } of commands)
        await tx.rows(ADD_COMMAND, [bot.id, name, description, usage]);
    });
    return (await this.database.find(COMMANDS_OF_BOT, [bot.id])).map((command) => CommandType.of(command));
  }

  /** Gives a command to its bot, as sending it would: for whoever may say something in the room now. */
  async invokeCommand(actor: Actor, input: InvokeCommandInput): Promise<string> {
    const { roomId, botId, command } = input;
    const nonce = nonceFrom(input.nonce);
    const text = verbatimWithin('text', input.text, { min: 0, max: MAX_MESSAGE_LENGTH });
    const said = { roomId, text, input: [roomId, botId, command, text] };
    return this.database.write(this.concernedBy(actor, input), async (tx) => {
      const turn = await this.floor.turnOf(tx, actor, roomId);
      const before = await this.interactions.askedBefore(tx, actor, nonce, said);
      if (before !== null) return before;
      if (turn.refusal) throw turn.refusal;
      const botUserId = await this.botWith(tx, input);
      const id = await this.interactions.ask(tx, actor, nonce, { ...said, botUserId });
      const particulars = { v: 1, roomId, command } as const;
      await this.journal.ofPerson(tx, CommandInvoked, botUserId, { actorId: actor.userId, subjectId: id, particulars });
      if (turn.isSlowedDown) await this.floor.spoke(tx, actor, roomId);
      return id;
    });
  }

  /** The account of the bot, which is in the room and has the command. */
  private async botWith(tx: Transaction, { botId, command, roomId }: InvokeCommandInput): Promise<string> {
    const isNamed = isId(botId) && isCommandName(command);
    const [bot] = isNamed ? await tx.rows<{ userId: string }>(BOT_WITH_COMMAND, [botId, command, roomId]) : [];
    if (!bot) throw new CommandNotFound();
    return bot.userId;
  }

  /** The room, and the bot with its owner: whether they are there is settled, and the bot is told. */
  private concernedBy(actor: Actor, { botId, roomId }: InvokeCommandInput): FindLocks {
    const bot = this.bots.locksOf(actor, botId);
    return async (where) => ({ ...(await bot(where)), rooms: [roomId] });
  }
}
