import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CataloguedEvent,
  EventType,
  type LoggedRoomEvent,
  type Particulars,
  schemaNameOf,
  shown,
} from '../../log/index.js';
import type { Membership } from '../members/membership.entity.js';
import type { Room } from '../room.entity.js';

@InterfaceType('RoomEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType],
  description: 'One thing that happened in a room, seen by all its members.',
})
export abstract class RoomEventType extends EventType {
  @Field(() => Int, {
    description: 'Its place in the room: 1 for the first event, then 2, 3, … without gaps, in the order of commit.',
  })
  seq!: number;

  roomId!: string;
  subjectId!: string;
}

export enum RoomChange {
  NAME = 'NAME',
  TOPIC = 'TOPIC',
  VISIBILITY = 'VISIBILITY',
}

registerEnumType(RoomChange, {
  name: 'RoomChange',
  description: 'What of a room changed.',
  valuesMap: {
    NAME: { description: 'It has another name.' },
    TOPIC: { description: 'It has another topic, or none any more.' },
    VISIBILITY: { description: 'It was made public or private.' },
  },
});

@InterfaceType('MemberEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType, RoomEventType],
  description: 'What happened to a member of a room.',
})
export abstract class MemberEventType extends RoomEventType {}

/** The role that somebody was given. Null on events of before it was kept. */
interface RoleParticulars extends Particulars {
  readonly v: 1;
  readonly role: Membership['role'];
}

/** Who is in the room, which the room counts. */
const changesMembers = ({ roomId, subjectId }: LoggedRoomEvent) => [
  shown.member(roomId, subjectId),
  shown.membersOf(roomId),
  shown.room(roomId),
];

@CataloguedEvent({ owner: 'room', about: 'user', changes: changesMembers, membership: 'begins' })
@ObjectType({
  implements: () => [EventType, RoomEventType, MemberEventType],
  description: 'Somebody joined, by themselves (actor and user are one) or added by somebody.',
})
export class MemberJoined extends MemberEventType {}

@CataloguedEvent({ owner: 'room', about: 'user', changes: changesMembers, membership: 'ends' })
@ObjectType({
  implements: () => [EventType, RoomEventType, MemberEventType],
  description: 'By leaving (actor and user are one) or by being removed.',
})
export class MemberLeft extends MemberEventType {}

@CataloguedEvent({
  owner: 'room',
  about: 'user',
  changes: ({ roomId, subjectId }) => [shown.member(roomId, subjectId), shown.membersOf(roomId)],
})
@ObjectType({
  implements: () => [EventType, RoomEventType, MemberEventType],
  description: "Somebody's role changed; the actor is null where an owner left and the role passed on.",
})
export class MemberRoleChanged extends MemberEventType {
  particulars!: RoleParticulars | null;
}

/** What changed, and what the visibility was changed to. What name or topic it was is content, and is not kept. */
interface ChangeParticulars extends Particulars {
  readonly v: 1;
  readonly changes: readonly `${RoomChange}`[];
  /** Null where that did not change. */
  readonly visibility: Room['visibility'] | null;
}

@CataloguedEvent({ owner: 'room', about: 'room', changes: ({ roomId }) => [shown.room(roomId)] })
@ObjectType({
  implements: () => [EventType, RoomEventType],
  description:
    'The name, topic or visibility of the room changed: `room` is the room as it is now. One event for all that one updateRoom changed.',
})
export class RoomChanged extends RoomEventType {
  particulars!: ChangeParticulars;
}
