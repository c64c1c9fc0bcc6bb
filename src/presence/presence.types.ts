import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AtMost } from '../graphql/index.js';
import { ROOM_OF_VIEWER } from '../rooms/index.js';
import type { PeoplePresenceState } from './people-presence.js';
import type { PresenceState } from './room-presence.js';

@ObjectType('RoomPresence', { description: 'Who is in a room at this moment.' })
export class RoomPresenceType implements PresenceState {
  @Field(() => Int, { description: 'How many are here.' })
  hereCount!: number;

  roomId!: string;
  hereIds!: readonly string[];
  typingIds!: readonly string[];
}

@InputType({ description: 'Where the viewer is typing.' })
export class SetTypingInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;
}

@ObjectType({ description: 'The answer to `setTyping`.' })
export class SetTypingPayload {
  @Field({ description: 'Always true: what goes wrong is an error of the answer.' })
  ok!: boolean;
}

@ObjectType('PeoplePresence', { description: 'Who of some people is online at this moment.' })
export class PeoplePresenceType implements PeoplePresenceState {
  @Field(() => [ID], { description: 'The ids of those of them who are, in the order in which they were asked for.' })
  @AtMost(200)
  onlineIds!: readonly string[];
}

@InputType({ description: 'Whether somebody is using this device.' })
export class SetActiveInput {
  @Field({
    description: `True while the page has focus and somebody has touched a key or the screen within the last minute: say it again every 30 seconds for as long as that is so. False once
the page is hidden or closed.`,
  })
  isActive!: boolean;
}

@ObjectType({ description: 'The answer to `setActive`.' })
export class SetActivePayload {
  @Field({ description: 'Always true: what goes wrong is an error of the answer.' })
  ok!: boolean;
}
