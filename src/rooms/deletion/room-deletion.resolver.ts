import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { Limited } from '../../graphql/index.js';
import { DeleteRoomInput } from '../rooms.inputs.js';
import { DeleteRoomPayload } from '../rooms.payloads.js';
import { RoomDeletionService } from './room-deletion.service.js';

@Resolver()
export class RoomDeletionResolver {
  constructor(private readonly service: RoomDeletionService) {}

  @Mutation(() => DeleteRoomPayload, {
    description: `Deletes a room, its messages, threads and files, for everyone and for ever: its owner, with its name typed once more. Each member gets RoomDeleted,
and subscriptions to the room complete. From then on it does not exist; its files are gone from the disk some moments later.`,
  })
  @Limited({ per: 'account', points: 30, seconds: 600, what: 'Too many rooms deleted in a short time' })
  async deleteRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room, and its name. FORBIDDEN for all but its owner.' }) input: DeleteRoomInput,
  ): Promise<DeleteRoomPayload> {
    await this.service.deleteRoom(viewer, input);
    return { ok: true };
  }
}
