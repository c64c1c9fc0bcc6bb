import { Field, ObjectType } from '@nestjs/graphql';
import { BotType } from '../bot.type.js';
import { BotTokenType } from './bot-token.type.js';

@ObjectType({ description: 'A token that was just made.' })
export class CreateBotTokenPayload {
  @Field(() => BotTokenType, { description: 'What it opens.' })
  token!: BotTokenType;

  @Field({
    description:
      'The token itself, shown this once: `tt_`, 36 random characters and a checksum of six, all letters and digits.',
  })
  secret!: string;
}

@ObjectType({ description: 'The bot of a token that counts for nothing any more.' })
export class RevokeBotTokenPayload {
  @Field(() => BotType, { description: 'Whose token it was, as it is now.' })
  bot!: BotType;
}
