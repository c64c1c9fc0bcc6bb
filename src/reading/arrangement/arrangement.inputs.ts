import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MAX_MOVED_ROOMS, MAX_SECTION_NAME_LENGTH } from '../../rules/index.js';
import { RoomOrder } from './room-arrangement.type.js';

const NAME = `1 to ${String(MAX_SECTION_NAME_LENGTH)} characters in one line, BAD_USER_INPUT otherwise.`;
const SECTION_OF_VIEWER = 'A section of the viewer, else NOT_FOUND.';

@InputType({ description: 'By what rooms are to stand in the list.' })
export class SetRoomOrderInput {
  @Field(() => RoomOrder, { description: 'For all sections. What was put into an order of its own is kept for later.' })
  order!: RoomOrder;
}

@InputType({ description: 'A new section of the list of rooms.' })
export class CreateRoomSectionInput {
  @Field({ description: NAME })
  name!: string;
}

@InputType({ description: 'What of a section is to be different. What is left out, or null, stays as it is.' })
export class UpdateRoomSectionInput {
  @Field(() => ID, { description: SECTION_OF_VIEWER })
  sectionId!: string;

  @Field(() => String, {
    nullable: true,
    description: `${NAME} One that another section of the viewer has, but for case, is CONFLICT.`,
  })
  name?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of the other sections are to stand before it; from 0, BAD_USER_INPUT otherwise. More than there are puts it last.',
  })
  place?: number | null;
}

@InputType({ description: 'A section that is not wanted any more.' })
export class DeleteRoomSectionInput {
  @Field(() => ID, { description: SECTION_OF_VIEWER })
  sectionId!: string;
}

@InputType({ description: 'Where rooms are to stand in the list.' })
export class MoveRoomsInput {
  @Field(() => [ID], {
    description: `Rooms that are to stand at the top of their section, in this order; those that were there stay behind them, in the order that they had. At most ${MAX_MOVED_ROOMS.toLocaleString('en')}, BAD_USER_INPUT otherwise. One that
stands there twice counts once, and one that the viewer is not in (any more) is passed over.`,
  })
  roomIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: `Into which section. ${SECTION_OF_VIEWER} Null for none; left out, each room stays in its own. With a section or null they are favourites no more.`,
  })
  sectionId?: string | null;
}
