import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionEventType } from './session.events.js';

@Resolver(() => SessionEventType)
export class SessionEventResolver {
  @ResolveField(() => ID, { description: 'The id of the session: the same as in `sessions` of the viewer.' })
  sessionId(@Parent() { subjectId }: SessionEventType): string {
    return subjectId;
  }
}
