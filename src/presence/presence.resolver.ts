import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { AtMost, Limited } from '../graphql/index.js';
import { CLOSE_CODES } from '../errors/index.js';
import { ROOM_OF_VIEWER } from '../rooms/index.js';
import { UsersService, UserType } from '../users/index.js';
import { PresenceService } from './presence.service.js';
import { RoomPresenceType, SetTypingInput, SetTypingPayload } from './presence.types.js';
import type { PresenceState } from './room-presence.js';

@Resolver(() => RoomPresenceType)
export class PresenceResolver {
  constructor(
    private readonly presence: PresenceService,
    private readonly users: UsersService,
  ) {}

  @Mutation(() => SetTypingPayload, {
    description: 'Tells the room that the viewer is typing; it fades by itself after a few seconds.',
  })
  @Limited({ per: 'account', points: 240, seconds: 60 })
  @Bots('MESSAGES_WRITE')
  async setTyping(
    @Viewer() viewer: Actor,
    @Args('input', {
      description: 'Where the viewer is writing. Send it again every few seconds for as long as they are.',
    })
    { roomId }: SetTypingInput,
  ): Promise<SetTypingPayload> {
    await this.presence.setTyping(viewer, roomId);
    return { ok: true };
  }

  @Subscription(() => RoomPresenceType, {
    resolve: (state: PresenceState) => state,
    description: `Who is here and who is typing: the state of now, then the state after each change, at most one a second. Not stored, so not resumed:
after a lost connection subscribe again.
${CLOSE_CODES}`,
  })
  roomPresence(
    @Viewer() viewer: Actor,
    @Args('roomId', { type: () => ID, description: ROOM_OF_VIEWER }) roomId: string,
  ): Promise<AsyncGenerator<PresenceState, void, void>> {
    return this.presence.roomPresence(viewer, roomId);
  }

  @ResolveField(() => [UserType], {
    description:
      'Members with the room open now, which is to hold `roomEvents` or `roomPresence` of it: the 20 who came last.',
  })
  @AtMost(20)
  here(@Parent() { hereIds }: PresenceState, @Context() scope: object): Promise<UserType[]> {
    return this.people(scope, hereIds);
  }

  @ResolveField(() => [UserType], { description: 'At most 20.' })
  @AtMost(20)
  typing(@Parent() { typingIds }: PresenceState, @Context() scope: object): Promise<UserType[]> {
    return this.people(scope, typingIds);
  }

  private people(scope: object, ids: readonly string[]): Promise<UserType[]> {
    return Promise.all(ids.map(async (id) => UserType.of(await this.users.get(scope, id))));
  }
}
