import { Field, ObjectType } from '@nestjs/graphql';
import { RoomType } from '../room.type.js';

@ObjectType({ description: 'The room that somebody was banned from.' })
export class BanMemberPayload {
  @Field(() => RoomType, { description: 'As it is now, without them.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room that somebody may come into again.' })
export class UnbanMemberPayload {
  @Field(() => RoomType, { description: 'As it is now. Nobody came in by that.' })
  room!: RoomType;
}
