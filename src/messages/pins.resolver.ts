import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, GraphQLContext, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, ViewerDependent } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { MessageConnection } from './message.type.js';
import { PinMessageInput, UnpinMessageInput } from './messages.inputs.js';
import { PinMessagePayload, UnpinMessagePayload } from './messages.payloads.js';
import { PinnedMessages } from './pinned-messages.js';
import { PinsService } from './pins.service.js';

@Resolver(() => RoomType)
export class PinsResolver {
  constructor(
    private readonly service: PinsService,
    private readonly pinned: PinnedMessages,
    private readonly access: RoomAccess,
  ) {}

  @Mutation(() => PinMessagePayload, {
    description:
      'Pins a message to its room, for everybody in it: whoever may post there can. Twice is no error and changes nothing.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  async pinMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message to pin.' }) { messageId }: PinMessageInput,
  ): Promise<PinMessagePayload> {
    return { message: await this.service.pinMessage(viewer, messageId) };
  }

  @Mutation(() => UnpinMessagePayload, {
    description:
      'Unpins a message, whoever pinned it: whoever may post there can. Where it is not pinned, nothing changes.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  async unpinMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message to unpin.' }) { messageId }: UnpinMessageInput,
  ): Promise<UnpinMessagePayload> {
    return { message: await this.service.unpinMessage(viewer, messageId) };
  }

  @ResolveField('pins', () => MessageConnection, {
    nullable: true,
    description: 'What is pinned in it, the newest pin first; for members alone. Deleted messages are not among them.',
  })
  @ViewerDependent()
  async pageOfPins(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<MessageConnection | null> {
    return (await this.access.mayRead(context, viewer, room.id))
      ? this.pinned.pageOf(context, room, { first: first ?? 50, after })
      : null;
  }
}
