import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { AddReactionInput, RemoveReactionInput } from './reactions.inputs.js';
import { AddReactionPayload, RemoveReactionPayload } from './reactions.payloads.js';
import { ReactionsService } from './reactions.service.js';

@Resolver()
export class ReactionsResolver {
  constructor(private readonly reactions: ReactionsService) {}

  @Mutation(() => AddReactionPayload, {
    description:
      'Reacts to a message with an emoji. Twice is no error and no second event. A message has up to 20 different emoji: one more is CONFLICT, and one that is there already may be used by everybody.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60, what: 'Too many reactions in a short time' })
  @Bots('MESSAGES_WRITE')
  async addReaction(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message and one emoji.' }) input: AddReactionInput,
  ): Promise<AddReactionPayload> {
    return { message: await this.reactions.addReaction(viewer, input) };
  }

  @Mutation(() => RemoveReactionPayload, {
    description: "Takes a reaction of the viewer's own back. Where there is none, nothing changes and nothing is told.",
  })
  @Limited({ per: 'account', points: 120, seconds: 60, what: 'Too many reactions in a short time' })
  @Bots('MESSAGES_WRITE')
  async removeReaction(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message and the emoji that the viewer used.' }) input: RemoveReactionInput,
  ): Promise<RemoveReactionPayload> {
    return { message: await this.reactions.removeReaction(viewer, input) };
  }
}
