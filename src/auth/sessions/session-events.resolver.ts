import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionEventType } from './session.events.js';

@Resolver(() => SessionEventType)
export class SessionEventResolver {
  @ResolveField(() => ID, { description: 'The session, as `sessions` of the viewer names it while it lasts.' })
  sessionId(@Parent() { subjectId }: SessionEventType): string {
    return subjectId;
  }
}
