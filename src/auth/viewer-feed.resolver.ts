import { Context, ResolveField, Resolver } from '@nestjs/graphql';
import { Cursor } from '../graphql/index.js';
import { GraphQLContext } from '../caller/index.js';
import { Cursors } from '../log/index.js';
import { ViewerType } from './auth.types.js';

@Resolver(() => ViewerType)
export class ViewerFeedResolver {
  constructor(private readonly cursors: Cursors) {}

  @ResolveField(() => Cursor, {
    description: `The position of the viewer's whole feed, taken before anything else of this answer is read: nothing that the answer misses is before it. What it
already shows may come again after it: apply events by id and number, so that applying one twice changes nothing. Then subscribe to \`events(after:)\`.`,
  })
  eventCursor(@Context() context: GraphQLContext): string {
    return this.cursors.ofFeed('all', context.startedAt);
  }
}
