import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { EventType, kindOf } from '../log/index.js';

@InterfaceType('RoomEvent', {
  resolveType: kindOf,
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

@InterfaceType('MemberEvent', {
  resolveType: kindOf,
  implements: () => [EventType, RoomEventType],
  description: 'What happened to a member of a room.',
})
export abstract class MemberEventType extends RoomEventType {}

@ObjectType({
  implements: () => [EventType, RoomEventType, MemberEventType],
  description: 'Somebody joined, by themselves (actor and user are one) or added by somebody.',
})
export class MemberJoined extends MemberEventType {}

@ObjectType({
  implements: () => [EventType, RoomEventType, MemberEventType],
  description: 'By leaving (actor and user are one) or by being removed.',
})
export class MemberLeft extends MemberEventType {}

@ObjectType({
  implements: () => [EventType, RoomEventType, MemberEventType],
  description: "Somebody's role changed; the actor is null where an owner left and the role passed on.",
})
export class MemberRoleChanged extends MemberEventType {}

export const MEMBER_EVENTS = [MemberJoined, MemberLeft, MemberRoleChanged];
