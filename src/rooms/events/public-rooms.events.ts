import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, HouseEventType } from '../../log/index.js';

/** What happened to the list of public rooms. */
export abstract class PublicRoomEventType extends HouseEventType {}

@CataloguedEvent({ owner: 'house', about: 'room', changes: () => [] })
@ObjectType({
  implements: () => [EventType],
  description:
    'There is a public room that was not in the list of rooms: it was created, made public or taken out of the archive, or somebody came back to it. Only in `events`.',
})
export class PublicRoomAdded extends PublicRoomEventType {}

@CataloguedEvent({ owner: 'house', about: 'room', changes: () => [] })
@ObjectType({
  implements: () => [EventType],
  description:
    'A public room has another name or topic. Who is in it hears of it by RoomChanged as well. Never for its number of members. Only in `events`.',
})
export class PublicRoomChanged extends PublicRoomEventType {}

@CataloguedEvent({ owner: 'house', about: 'room', changes: () => [] })
@ObjectType({
  implements: () => [EventType],
  description:
    'A public room is not in the list of rooms any more: everybody has left it, or it was made private, archived or deleted. Only in `events`.',
})
export class PublicRoomRemoved extends PublicRoomEventType {}
