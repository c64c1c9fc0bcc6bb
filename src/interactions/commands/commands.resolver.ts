import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BotType, ShownBots } from '../../bots/index.js';
import { type Actor, Bots, Viewer } from '../../caller/index.js';
import { AtMost, Limited, ViewerDependent } from '../../graphql/index.js';
import { RoomType } from '../../rooms/index.js';
import { CommandType } from './command.type.js';
import { InvokeCommandInput, SetCommandsInput } from './commands.inputs.js';
import { InvokeCommandPayload, SetCommandsPayload } from './commands.payloads.js';
import { MAX_COMMANDS, MAX_COMMANDS_IN_ROOM } from './commands.policy.js';
import { CommandsService } from './commands.service.js';
import { ShownCommands } from './shown-commands.js';

@Resolver(() => CommandType)
export class CommandsResolver {
  constructor(
    private readonly service: CommandsService,
    private readonly bots: ShownBots,
  ) {}

  @Mutation(() => SetCommandsPayload, {
    description: `Says what people can ask the bot that calls this with a slash, in all rooms that it is in: up to ${String(MAX_COMMANDS)} commands. FORBIDDEN for people, and for a token that is for some rooms. Twice is no error.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  async setCommands(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'All of its commands.' }) { commands }: SetCommandsInput,
  ): Promise<SetCommandsPayload> {
    return { commands: await this.service.setCommands(viewer, commands) };
  }

  @Mutation(() => InvokeCommandPayload, {
    description: `Gives a command to its bot, which gets a \`CommandInvoked\`: nobody else sees it, and nothing is posted. For whoever may send a message to the room now, guests among them: what refuses \`sendMessage\` refuses this too, slow mode as well.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 60, what: 'Too many commands in a short time' })
  async invokeCommand(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which command, where, and what was typed after it.' }) input: InvokeCommandInput,
  ): Promise<InvokeCommandPayload> {
    return { interactionId: await this.service.invokeCommand(viewer, input) };
  }

  @ResolveField(() => BotType, { description: 'The bot that does it.' })
  bot(@Parent() { botId }: CommandType, @Context() scope: object): Promise<BotType> {
    return this.bots.get(scope, botId);
  }
}

@Resolver(() => RoomType)
export class CommandsOfRoomResolver {
  constructor(private readonly shown: ShownCommands) {}

  @ResolveField('commands', () => [CommandType], {
    nullable: true,
    description: `What may be typed with a slash here, by name, up to ${String(MAX_COMMANDS_IN_ROOM)}: the commands of the bots that are in the room. None of a bot that is disabled. Null for those who are not in it.`,
  })
  @AtMost(MAX_COMMANDS_IN_ROOM)
  @ViewerDependent()
  commandsIn(
    @Parent() { id }: RoomType,
    @Context() scope: object,
    @Viewer() viewer: Actor | null,
  ): Promise<CommandType[] | null> {
    return this.shown.inRoom(scope, viewer, id);
  }
}
