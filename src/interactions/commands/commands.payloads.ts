import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AtMost } from '../../graphql/index.js';
import { CommandType } from './command.type.js';
import { MAX_COMMANDS } from './commands.policy.js';

@ObjectType({ description: 'What the bot can be asked from now on.' })
export class SetCommandsPayload {
  @Field(() => [CommandType], { description: 'All of its commands, by name.' })
  @AtMost(MAX_COMMANDS)
  commands!: CommandType[];
}

@ObjectType({ description: 'The command was given to its bot.' })
export class InvokeCommandPayload {
  @Field(() => ID, { description: 'What the bot answers with.' })
  interactionId!: string;
}
