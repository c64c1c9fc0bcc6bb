import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { NotificationExplanationType } from './notification-explanation.type.js';
import { WhyNotified } from './why-notified.js';

@Resolver()
export class WhyNotifiedResolver {
  constructor(private readonly explanations: WhyNotified) {}

  @Query(() => NotificationExplanationType, {
    description:
      'Whether a message notifies the viewer, why, and what was sent to which of their devices. NOT_FOUND for who cannot read it. About nobody else.',
  })
  whyNotified(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('messageId', { type: () => ID, description: 'A message that the viewer may read.' }) messageId: string,
  ): Promise<NotificationExplanationType> {
    return this.explanations.whyNotified(scope, viewer, messageId);
  }
}
