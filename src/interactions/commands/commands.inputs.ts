import { Field, ID, InputType } from '@nestjs/graphql';
import { ROOM_OF_VIEWER } from '../../rooms/index.js';

@InputType({ description: 'A command of a bot.' })
export class CommandInput {
  @Field({
    description:
      'Without the slash: 1 to 32 letters from a to z, digits, underscores and hyphens, a letter first. Each once.',
  })
  name!: string;

  @Field({ description: 'What it does, 1 to 200 characters.' })
  description!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is typed after it, such as `CITY [DAYS]`, up to 200 characters; left out, nothing is.',
  })
  usage?: string | null;
}

@InputType({ description: 'All commands of a bot.' })
export class SetCommandsInput {
  @Field(() => [CommandInput], { description: 'Up to 50, in place of those that it had; none takes all of them away.' })
  commands!: CommandInput[];
}

@InputType({ description: 'A command that somebody typed.' })
export class InvokeCommandInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => ID, {
    description: 'The bot whose command it is, by its `Bot.id`. It has to be in the room, else NOT_FOUND.',
  })
  botId!: string;

  @Field({ description: 'The name of the command, without the slash; NOT_FOUND where the bot has none of it.' })
  command!: string;

  @Field({ defaultValue: '', description: 'What was typed after it, up to 8,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '1 to 64 characters that the viewer has not asked a bot with in the last day; a UUID serves. With the same input it asks once, and gives the same `interactionId` again.',
  })
  nonce?: string | null;
}
