import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, shown } from '../log/index.js';
import { MessageEventType } from '../messages/index.js';
import { RoomEventType } from '../rooms/index.js';

@CataloguedEvent({ owner: 'room', about: 'message', changes: ({ subjectId }) => [shown.linkPreviewsOf(subjectId)] })
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: `A message, of the room's own timeline or of a thread, has other link previews now: the server has made one, or the message has other links. Or somebody, the actor,
took them away. \`message.linkPreviews\` are those of now.`,
})
export class LinkPreviewsChanged extends MessageEventType {}
