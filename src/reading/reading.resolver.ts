import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { MarkReadInput, MarkUnreadInput, SetRoomPreferencesInput } from './reading.inputs.js';
import { MarkReadPayload, MarkUnreadPayload, SetRoomPreferencesPayload } from './reading.payloads.js';
import { ReadingService } from './reading.service.js';
import { RoomPreferencesService } from './room-preferences.service.js';

@Resolver()
export class ReadingResolver {
  constructor(
    private readonly reading: ReadingService,
    private readonly preferences: RoomPreferencesService,
  ) {}

  @Mutation(() => MarkReadPayload, {
    description: `Says how far the viewer has read a room, or one of its threads, for all their devices. It only moves forward: a smaller number changes nothing and makes no event, so that
a mark that comes late, or twice, does no harm. A client sends one when the end has been seen, every two seconds at most.`,
  })
  // Twenty devices that read all the time, or one that marks all of many rooms.
  @Limited({ per: 'account', points: 600, seconds: 60 })
  async markRead(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room or the thread, and how far it was read.' }) input: MarkReadInput,
  ): Promise<MarkReadPayload> {
    return this.reading.markRead(viewer, input);
  }

  @Mutation(() => MarkUnreadPayload, {
    description: `Makes messages unread again, from one on to the end, for all devices of the viewer. It only moves back: where they are unread already nothing changes.
Their own messages and deleted ones do not count afterwards either. A client that has a mark on its way gives it up.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async markUnread(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room or the thread, and the first message that is to be unread.' })
    input: MarkUnreadInput,
  ): Promise<MarkUnreadPayload> {
    return this.reading.markUnread(viewer, input);
  }

  @Mutation(() => SetRoomPreferencesPayload, {
    description: `Says how the viewer wants to hear of a room, for all their devices. It lasts as long as they are in the room: who comes back begins again. What changes
nothing is no error and makes no event.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async setRoomPreferences(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room, and what is to be different.' }) input: SetRoomPreferencesInput,
  ): Promise<SetRoomPreferencesPayload> {
    return { room: await this.preferences.setRoomPreferences(viewer, input) };
  }
}
