import { Field, ObjectType } from '@nestjs/graphql';
import { RoomArrangementType, RoomSectionType } from './room-arrangement.type.js';

const AS_IT_IS = 'As it is now.';

@ObjectType({ description: 'The answer to `setRoomOrder`.' })
export class SetRoomOrderPayload {
  @Field(() => RoomArrangementType, { description: AS_IT_IS })
  roomArrangement!: RoomArrangementType;
}

@ObjectType({ description: 'The answer to `createRoomSection`.' })
export class CreateRoomSectionPayload {
  @Field(() => RoomSectionType, { description: 'The new one, or the one that had this name already.' })
  section!: RoomSectionType;

  @Field(() => RoomArrangementType, { description: AS_IT_IS })
  roomArrangement!: RoomArrangementType;
}

@ObjectType({ description: 'The answer to `updateRoomSection`.' })
export class UpdateRoomSectionPayload {
  @Field(() => RoomArrangementType, { description: AS_IT_IS })
  roomArrangement!: RoomArrangementType;
}

@ObjectType({ description: 'The answer to `deleteRoomSection`.' })
export class DeleteRoomSectionPayload {
  @Field(() => RoomArrangementType, { description: AS_IT_IS })
  roomArrangement!: RoomArrangementType;
}

@ObjectType({ description: 'The answer to `moveRooms`.' })
export class MoveRoomsPayload {
  @Field(() => RoomArrangementType, { description: AS_IT_IS })
  roomArrangement!: RoomArrangementType;
}
