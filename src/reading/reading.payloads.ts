import { Field, ObjectType } from '@nestjs/graphql';
import { RoomType } from '../rooms/index.js';

@ObjectType({ description: 'The room in which something was read.' })
export class MarkReadPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room in which something is unread again.' })
export class MarkUnreadPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room that the viewer wants to hear of in another way.' })
export class SetRoomPreferencesPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;
}
