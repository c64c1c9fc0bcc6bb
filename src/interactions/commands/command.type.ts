import { Field, ObjectType } from '@nestjs/graphql';
import type { BotCommand } from './bot-command.entity.js';

@ObjectType('Command', { description: 'What may be typed with a slash, and which bot it is for.' })
export class CommandType {
  @Field({ description: 'Without the slash. Two bots may have commands of the same name.' })
  name!: string;

  @Field({ description: 'What it does, up to 200 characters.' })
  description!: string;

  @Field({
    description: 'What is typed after it, such as `CITY [DAYS]`, up to 200 characters; empty where it is nothing.',
  })
  usage!: string;

  botId!: string;

  static of({ botId, name, description, usage }: BotCommand): CommandType {
    return { botId, name, description, usage };
  }
}
