import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, LooksThrough, ViewerDependent } from '../graphql/index.js';
import { MessageConnection, MessageType, MessageViewerState, NamedMessages } from '../messages/index.js';
import { SavedMessagesChanged } from './saved-messages.events.js';
import { SaveMessageInput, UnsaveMessageInput } from './saved-messages.inputs.js';
import { SaveMessagePayload, UnsaveMessagePayload } from './saved-messages.payloads.js';
import { SavedMessagesService } from './saved-messages.service.js';
import { ShownSavedMessages } from './shown-saved-messages.js';

@Resolver(() => ViewerType)
export class SavedMessagesResolver {
  constructor(
    private readonly service: SavedMessagesService,
    private readonly shown: ShownSavedMessages,
  ) {}

  @Mutation(() => SaveMessagePayload, {
    description:
      'Saves a message for later, for the viewer alone, on all of their devices. Twice is no error and changes nothing.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async saveMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message to save.' }) { messageId }: SaveMessageInput,
  ): Promise<SaveMessagePayload> {
    return { message: await this.service.saveMessage(viewer, messageId) };
  }

  @Mutation(() => UnsaveMessagePayload, {
    description: 'Takes a message out of those that the viewer saved. Where it is not among them, nothing changes.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async unsaveMessage(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('input', { description: 'The message that was saved.' }) { messageId }: UnsaveMessageInput,
  ): Promise<UnsaveMessagePayload> {
    return { message: await this.service.unsaveMessage(viewer, messageId, scope) };
  }

  @ResolveField('savedMessages', () => MessageConnection, {
    description:
      'What the viewer saved, what was saved last first; deleted messages among it, empty. What stands in a room that they have left is not shown, and is there again when they come back.',
  })
  @LooksThrough()
  pageOfSaved(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<MessageConnection> {
    return this.shown.pageOf(scope, viewer, { first: first ?? 50, after });
  }
}

@Resolver(() => MessageViewerState)
export class SavedStateResolver {
  constructor(private readonly shown: ShownSavedMessages) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer saved it for later.' })
  @ViewerDependent()
  isSaved(@Parent() place: MessageViewerState, @Context() scope: object): Promise<boolean> {
    return this.shown.isSaved(scope, place);
  }
}

@Resolver(() => SavedMessagesChanged)
export class SavedMessagesChangedResolver {
  constructor(
    private readonly shown: ShownSavedMessages,
    private readonly named: NamedMessages,
  ) {}

  @ResolveField(() => ID, { description: 'The message that was saved, or is not any more.' })
  messageId(@Parent() { subjectId }: SavedMessagesChanged): string {
    return subjectId;
  }

  @ResolveField('message', () => MessageType, {
    nullable: true,
    description: 'The message as it is now; null where the viewer may not read it any more.',
  })
  readable(
    @Parent() { subjectId, personId }: SavedMessagesChanged,
    @Context() scope: object,
  ): Promise<MessageType | null> {
    return this.named.readableBy(scope, personId, subjectId);
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether it is saved now: of an older event not what it was then, so that applying the newest is enough.',
  })
  isSaved(@Parent() { subjectId, personId }: SavedMessagesChanged, @Context() scope: object): Promise<boolean> {
    return this.shown.isSaved(scope, { userId: personId, messageId: subjectId });
  }
}
