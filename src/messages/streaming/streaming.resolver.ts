import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../../caller/index.js';
import { CLOSE_CODES } from '../../errors/index.js';
import { Limited } from '../../graphql/index.js';
import { ROOM_OF_VIEWER } from '../../rooms/index.js';
import { MessageType } from '../message.type.js';
import { NamedMessages } from '../named-messages.js';
import type { StreamPiece } from './message-stream.js';
import { StreamingService } from './streaming.service.js';
import { StreamMessageInput, StreamMessagePayload, StreamPieceType } from './streaming.types.js';

@Resolver(() => StreamMessagePayload)
export class StreamMessageResolver {
  constructor(
    private readonly streaming: StreamingService,
    private readonly named: NamedMessages,
  ) {}

  @Mutation(() => StreamMessagePayload, {
    description: `Adds to the end of the bot's own message while it grows: readers see it in \`roomStreams\`, a few times a second; it is on disk once a second and when it is done. Safe to repeat:
\`offset\` is where in the text (UTF-16) this piece begins. One that leaves something out, or says something else than what is there, is CONFLICT, and \`extensions.length\` is how long the text is.
What goes past 8,000 characters is BAD_USER_INPUT: end it, and send another. A message to which nothing comes for 30 seconds, or whose server is stopped, is broken off; it can still be edited.`,
  })
  @Limited({ per: 'account', points: 6000, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  streamMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What comes next, and where it stands in the text.' }) input: StreamMessageInput,
  ): Promise<StreamMessagePayload> {
    return this.streaming.streamMessage(viewer, input);
  }

  @ResolveField(() => MessageType, { description: 'The message; its `body` is what is on disk.' })
  message(@Parent() { messageId }: StreamMessagePayload, @Context() scope: object): Promise<MessageType> {
    return this.named.get(scope, messageId);
  }
}

@Resolver(() => StreamPieceType)
export class RoomStreamsResolver {
  constructor(
    private readonly streaming: StreamingService,
    private readonly named: NamedMessages,
  ) {}

  @Subscription(() => StreamPieceType, {
    resolve: (piece: StreamPiece) => piece,
    description: `Messages of the room that are being written by bots: each as it stands, then its pieces, a few times a second. Not stored, not resumed: after a lost connection subscribe again.
The log has one edit when a message is done, which sets no \`editedAt\`. Ends when the viewer leaves the room.
${CLOSE_CODES}`,
  })
  @Bots('MESSAGES_READ')
  roomStreams(
    @Viewer() viewer: Actor,
    @Args('roomId', { type: () => ID, description: ROOM_OF_VIEWER }) roomId: string,
  ): Promise<AsyncGenerator<StreamPiece, void, void>> {
    return this.streaming.roomStreams(viewer, roomId);
  }

  @ResolveField(() => MessageType, { description: 'Which message grows; its `body` is what is on disk.' })
  message(@Parent() { messageId }: StreamPiece, @Context() scope: object): Promise<MessageType> {
    return this.named.get(scope, messageId);
  }
}
