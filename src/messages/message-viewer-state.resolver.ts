import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { ViewerDependent } from '../graphql/index.js';
import { RoomAccess } from '../rooms/index.js';
import { MessageViewerState } from './message-viewer-state.type.js';
import { MessageType } from './message.type.js';

@Resolver(() => MessageType)
export class MessageViewerStateResolver {
  constructor(private readonly access: RoomAccess) {}

  @ResolveField(() => MessageViewerState, {
    nullable: true,
    description: 'What it is to the viewer; null for one who is not in the room any more.',
  })
  @ViewerDependent()
  async viewerState(
    @Parent() { id, roomId }: MessageType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<MessageViewerState | null> {
    if (!viewer || !(await this.access.mayRead(context, viewer, roomId))) return null;
    return { messageId: id, userId: viewer.userId };
  }
}
