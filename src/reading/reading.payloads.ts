import { Field, ObjectType } from '@nestjs/graphql';
import { RoomType } from '../rooms/index.js';
import { ThreadType } from '../threads/index.js';

@ObjectType({ description: 'The room in which something was read.' })
export class MarkReadPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;

  @Field(() => ThreadType, {
    nullable: true,
    description: 'The thread, where one was named: with `viewerState` as it is now.',
  })
  thread!: ThreadType | null;
}

@ObjectType({ description: 'The room in which something is unread again.' })
export class MarkUnreadPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;

  @Field(() => ThreadType, {
    nullable: true,
    description: 'The thread, where one was named: with `viewerState` as it is now.',
  })
  thread!: ThreadType | null;
}

@ObjectType({ description: 'The room that the viewer wants to hear of in another way.' })
export class SetRoomPreferencesPayload {
  @Field(() => RoomType, { description: 'With `viewerState` as it is now.' })
  room!: RoomType;
}
