import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CataloguedEvent,
  EventType,
  type LoggedRoomEvent,
  type Particulars,
  PersonalEventType,
  schemaNameOf,
  shown,
} from '../../log/index.js';
import type { Posting } from '../../rules/index.js';
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
  POSTING = 'POSTING',
  SLOW_MODE = 'SLOW_MODE',
  RETENTION = 'RETENTION',
  ARCHIVED = 'ARCHIVED',
  UNARCHIVED = 'UNARCHIVED',
}

registerEnumType(RoomChange, {
  name: 'RoomChange',
  description: 'What of a room changed.',
  valuesMap: {
    NAME: { description: 'It has another name.' },
    TOPIC: { description: 'It has another topic, or none any more.' },
    VISIBILITY: { description: 'It was made public or private.' },
    POSTING: { description: 'Others may post there than before.' },
    SLOW_MODE: { description: 'Its members wait longer between two messages, or less, or not any more.' },
    RETENTION: { description: 'Its messages are kept for longer than before, or not as long.' },
    ARCHIVED: { description: 'It can only be read from now on.' },
    UNARCHIVED: { description: 'It was taken out of the archive, and things can be said there again.' },
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

@CataloguedEvent({
  owner: 'room',
  about: 'user',
  changes: (event) => [...changesMembers(event), shown.roomArrangement(event.subjectId)],
  membership: 'ends',
})
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

/** What changed, and what it was changed to. What name or topic it was is content, and is not kept. */
export interface ChangeParticulars extends Particulars {
  readonly v: 1;
  readonly changes: readonly `${RoomChange}`[];
  /** Null where that did not change. */
  readonly visibility: Room['visibility'] | null;
  /** Not there where that did not change. */
  readonly posting?: Posting;
  readonly slowModeSeconds?: number;
  readonly keepMessagesDays?: number | null;
}

@CataloguedEvent({ owner: 'room', about: 'room', changes: ({ roomId }) => [shown.room(roomId)] })
@ObjectType({
  implements: () => [EventType, RoomEventType],
  description:
    'The name, topic or visibility of the room changed, who may post there or how often, or how long messages are kept, or it was archived or taken out of the archive: `room` is the room as it is now. One event for all that one updateRoom changed.',
})
export class RoomChanged extends RoomEventType {
  particulars!: ChangeParticulars;
}

@CataloguedEvent({
  owner: 'person',
  about: 'room',
  changes: ({ personId, subjectId }) => [
    shown.room(subjectId),
    shown.messagesOf(subjectId),
    shown.membersOf(subjectId),
    ...(personId === null
      ? []
      : [shown.member(subjectId, personId), shown.roomState(subjectId, personId), shown.roomArrangement(personId)]),
  ],
  membership: 'ends',
  roomOf: ({ subjectId }) => subjectId,
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `A room that the viewer was in was deleted by its owner, the actor, with all that was said in it, for everyone and for ever. Subscriptions to the room
complete, and from then on \`events\` has nothing of it, also not of the time before. A client forgets what it keeps of it.`,
})
export class RoomDeleted extends PersonalEventType {}
