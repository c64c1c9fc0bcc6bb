import { Field, ObjectType } from '@nestjs/graphql';
import { ServerInfo } from './server-info.type.js';

@ObjectType({ description: 'The server has another name or color.' })
export class UpdateServerPayload {
  @Field(() => ServerInfo, { description: 'What it says of itself now.' })
  server!: ServerInfo;
}
