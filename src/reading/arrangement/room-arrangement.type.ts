import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AtMost } from '../../graphql/index.js';
import { MAX_ROOM_SECTIONS, MAX_SECTION_NAME_LENGTH } from '../../rules/index.js';

export enum RoomOrder {
  ACTIVITY = 'ACTIVITY',
  NAME = 'NAME',
  OWN = 'OWN',
}

registerEnumType(RoomOrder, {
  name: 'RoomOrder',
  description: 'By what the rooms of a section stand in the list.',
  valuesMap: {
    ACTIVITY: { description: 'Those where something happened last come first.' },
    NAME: { description: 'By name, in the order of the reader’s language. Nothing moves by itself.' },
    OWN: { description: 'As the viewer put them; all others behind them, by name. Nothing moves by itself.' },
  },
});

@ObjectType('RoomSection', { description: 'A section that the viewer made in their list of rooms.' })
export class RoomSectionType {
  @Field(() => ID, { description: 'Its id, which it keeps under another name.' })
  id!: string;

  @Field({ description: `Its name, of 1 to ${String(MAX_SECTION_NAME_LENGTH)} characters in one line.` })
  name!: string;

  @Field(() => [ID], {
    description:
      'Which rooms are in it, in no particular order: only rooms that the viewer is in now, and none of them in a second section.',
  })
  roomIds!: readonly string[];
}

@ObjectType('RoomArrangement', {
  description: `How the viewer's list of rooms is arranged, on all their devices. Favourites, rooms in no section and direct messages in no section are sections as well, which every client has: a favourite stands among the favourites
alone. It lasts as long as the viewer is in a room: who comes back to one finds it in no section. Which sections are folded is up to each device.`,
})
export class RoomArrangementType {
  @Field(() => RoomOrder, { description: 'By what rooms stand in each section; it begins as ACTIVITY.' })
  order!: RoomOrder;

  @Field(() => [RoomSectionType], {
    description: `The sections that the viewer made, in their order; at most ${String(MAX_ROOM_SECTIONS)}.`,
  })
  @AtMost(MAX_ROOM_SECTIONS)
  sections!: readonly RoomSectionType[];

  @Field(() => [ID], {
    description:
      'Rooms that the viewer put into an order of their own. Within each section they stand as they do here, and rooms that are not among them come behind, by name.',
  })
  ownOrder!: readonly string[];
}
