import { Field, ObjectType } from '@nestjs/graphql';
import { BotType } from '../bot.type.js';
import { BotTokenType } from './bot-token.type.js';

@ObjectType({ description: 'A token that was just made.' })
export class CreateBotTokenPayload {
  @Field(() => BotTokenType, { description: 'The token as it is shown from now on.' })
  token!: BotTokenType;

  @Field({
    description:
      'The token itself, shown only now: `tt_`, 36 random characters and a checksum of six, all letters and digits.',
  })
  secret!: string;
}

@ObjectType({ description: 'The bot of a token that counts for nothing any more.' })
export class RevokeBotTokenPayload {
  @Field(() => BotType, { description: 'Whose token it was, as it is now.' })
  bot!: BotType;
}
