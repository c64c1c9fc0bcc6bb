import { Field, ObjectType } from '@nestjs/graphql';
import { BotType } from './bot.type.js';

@ObjectType({ description: 'A bot that was just made. It has no token yet, and is in no room.' })
export class CreateBotPayload {
  @Field(() => BotType, { description: 'Its `id` is for `createBotToken`, the id of its `user` for `addMember`.' })
  bot!: BotType;
}

@ObjectType({ description: 'A bot that can do nothing any more.' })
export class DisableBotPayload {
  @Field(() => BotType, { description: 'As it is now, with `disabledAt`.' })
  bot!: BotType;
}
