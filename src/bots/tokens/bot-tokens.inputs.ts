import { Field, ID, InputType } from '@nestjs/graphql';
import { BotScopeName } from '../../caller/index.js';
import { DateTime } from '../../graphql/index.js';

@InputType({ description: 'For which bot, and what it is to open.' })
export class CreateBotTokenInput {
  @Field(() => ID, { description: 'The `id` of a bot of the viewer: nobody else makes tokens for it.' })
  botId!: string;

  @Field({ description: 'What its owner knows it by, 1 to 64 characters: where it is used, for instance.' })
  name!: string;

  @Field(() => [BotScopeName], { description: 'At least one.' })
  scopes!: BotScopeName[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The rooms that it is for, up to 50 that the viewer is in; all rooms of the bot where it is left out.',
  })
  roomIds?: string[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it runs out by itself, in the future; never where it is left out. Sockets and streams that are open end then.',
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'Which token.' })
export class RevokeBotTokenInput {
  @Field(() => ID, {
    description: 'The `id` of a token of a bot of the viewer, or of anybody for an administrator. Twice is no error.',
  })
  tokenId!: string;
}
