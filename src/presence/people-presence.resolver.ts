import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { CLOSE_CODES } from '../errors/index.js';
import { PeoplePresence, type PeoplePresenceState } from './people-presence.js';
import { PeoplePresenceType } from './presence.types.js';

@Resolver()
export class PeoplePresenceResolver {
  constructor(private readonly people: PeoplePresence) {}

  @Subscription(() => PeoplePresenceType, {
    resolve: (state: PeoplePresenceState) => state,
    description: `Who of some people is online, which is to have a live connection to this server: the state of now, then the state after each change, at most one a
second. One subscription serves all faces on a screen. Not stored, so not resumed: after a lost connection subscribe again.
${CLOSE_CODES}`,
  })
  presence(
    @Viewer() viewer: Actor,
    @Args('userIds', {
      type: () => [ID],
      description:
        'Up to 200 people; more are BAD_USER_INPUT. Whoever shares no room with the viewer, or does not exist, is as if they were not online.',
    })
    userIds: string[],
  ): AsyncGenerator<PeoplePresenceState, void, void> {
    return this.people.presence(viewer, userIds);
  }
}
