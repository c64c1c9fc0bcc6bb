import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AtMost } from '../graphql/index.js';
import { MessageType } from '../messages/index.js';
import { LinkPreviewType } from './link-preview.type.js';
import { MAX_PREVIEWS } from './links-in.js';
import { ShownLinkPreviews } from './shown-link-previews.js';

@Resolver(() => MessageType)
export class MessageLinkPreviewsResolver {
  constructor(private readonly previews: ShownLinkPreviews) {}

  @ResolveField('linkPreviews', () => [LinkPreviewType], {
    description:
      'Of the first three links in it, in their order, as far as this server has made them: pages that cannot be reached, or say nothing of themselves, have none. None where they were taken away, and once it is deleted.',
  })
  @AtMost(MAX_PREVIEWS)
  previewsOf(@Parent() message: MessageType, @Context() scope: object): Promise<LinkPreviewType[]> | [] {
    return this.previews.of(scope, message);
  }
}
