import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { MessageType } from './message.type.js';
import { DeleteMessageInput, EditMessageInput, SendMessageInput } from './messages.inputs.js';
import { DeleteMessagePayload, EditMessagePayload, SendMessagePayload } from './messages.payloads.js';
import { MessagesService } from './messages.service.js';
import { NamedMessages } from './named-messages.js';

@Resolver(() => MessageType)
export class MessagesResolver {
  constructor(
    private readonly messages: MessagesService,
    private readonly access: RoomAccess,
    private readonly named: NamedMessages,
  ) {}

  @Query(() => MessageType, {
    nullable: true,
    description:
      'A message of a room that the viewer is in, also a deleted one. Null otherwise, whether it exists or not.',
  })
  @Bots('MESSAGES_READ')
  async message(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('id', { type: () => ID, description: 'The `id` of a message; a text that no message has is no error.' })
    id: string,
  ): Promise<MessageType | null> {
    return this.named.readableByViewer(scope, viewer, id);
  }

  @Query(() => MessageType, {
    nullable: true,
    description:
      "The viewer's own message that was sent with this nonce, as it is now, even if it was deleted: it tells whether a send whose answer was lost came through. Null where there is none, or the viewer is not in its room any more.",
  })
  @Bots('MESSAGES_READ')
  messageByNonce(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('nonce', { description: 'As it was given to `sendMessage`; a text that none was sent with is no error.' })
    nonce: string,
  ): Promise<MessageType | null> {
    return this.named.sentWith(scope, viewer, nonce);
  }

  @Mutation(() => SendMessagePayload, {
    description: `Posts a message to a room that the viewer is a member of, or into a thread there. The message is on disk before this answers. \`nonce\` makes it safe to send again, for ever:
the same author, nonce and input give back the first message, whatever became of it, and nothing is posted twice; the same nonce with another input
is CONFLICT. One who has left the room since gets FORBIDDEN or NOT_FOUND. Sending ends one's typing.`,
  })
  @Limited({ per: 'account', points: 300, seconds: 60, what: 'Too many messages in a short time' })
  @Bots('MESSAGES_WRITE')
  async sendMessage(
    @Viewer() viewer: Actor,
    @Args('input', {
      description: 'What to say, and where. Neither text nor a file, or a value out of its bounds, is BAD_USER_INPUT.',
    })
    input: SendMessageInput,
  ): Promise<SendMessagePayload> {
    return { message: await this.messages.sendMessage(viewer, input) };
  }

  @Mutation(() => EditMessagePayload, { description: "Replaces the body of the viewer's own message." })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  async editMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which message, and the whole of its new body; its files stay as they are.' })
    input: EditMessageInput,
  ): Promise<EditMessagePayload> {
    return { message: await this.messages.editMessage(viewer, input) };
  }

  @Mutation(() => DeleteMessagePayload, {
    description:
      "Deletes the viewer's own message, or any message where the viewer moderates the room. The body and files are deleted for everyone.",
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  async deleteMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message to delete, for everyone and for good.' })
    { messageId }: DeleteMessageInput,
  ): Promise<DeleteMessagePayload> {
    return { message: await this.messages.deleteMessage(viewer, messageId) };
  }

  @ResolveField('replyTo', () => MessageType, {
    nullable: true,
    description:
      'The message of the same timeline that it answers, as it is now: edited, or empty with its `deletedAt` once deleted. Null where it answers nothing.',
  })
  answered(@Parent() { replyToId }: MessageType, @Context() scope: object): Promise<MessageType> | null {
    return replyToId === null ? null : this.named.get(scope, replyToId);
  }

  @ResolveField(() => String, {
    description:
      'A path of the web client, below the address of this server, that opens the room at this message: `/chat/`, the id of the room, `/`, the number of the message. For one in a thread it opens the thread: `/thread/` and the id of the thread come before the number. The same for ever.',
  })
  path(@Parent() { roomId, threadId, number }: MessageType): string {
    const thread = threadId === null ? '' : `/thread/${threadId}`;
    return `/chat/${roomId}${thread}/${String(number)}`;
  }

  @ResolveField(() => RoomType, { description: 'Where it was said.' })
  async room(@Parent() { roomId }: MessageType, @Context() scope: object): Promise<RoomType> {
    return RoomType.of(await this.access.room(scope, roomId));
  }
}
