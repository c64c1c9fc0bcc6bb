import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { RemoveLinkPreviewsInput } from './link-previews.inputs.js';
import { RemoveLinkPreviewsPayload } from './link-previews.payloads.js';
import { LinkPreviewsService } from './link-previews.service.js';

@Resolver()
export class LinkPreviewsResolver {
  constructor(private readonly previews: LinkPreviewsService) {}

  @Mutation(() => RemoveLinkPreviewsPayload, {
    description: `Takes the previews of a message away, for everyone and for good: it gets none any more, whatever its author makes of it. Its author, and the room's owner and
moderators. Twice is no error and no second event.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60, what: 'Too many changes in a short time' })
  async removeLinkPreviews(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message.' }) input: RemoveLinkPreviewsInput,
  ): Promise<RemoveLinkPreviewsPayload> {
    return { message: await this.previews.removeLinkPreviews(viewer, input) };
  }
}
