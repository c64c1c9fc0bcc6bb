import { Field, ObjectType } from '@nestjs/graphql';
import { RoomType } from '../rooms/index.js';

@ObjectType({ description: 'The direct room of these people.' })
export class OpenDirectRoomPayload {
  @Field(() => RoomType, { description: 'With the viewer among its members; the others may not be in it yet.' })
  room!: RoomType;
}

@ObjectType({ description: "The room that is not in the viewer's list any more." })
export class CloseDirectRoomPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;
}
