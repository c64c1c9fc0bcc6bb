import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../../auth/index.js';
import { type Actor, Viewer } from '../../caller/index.js';
import { Limited } from '../../graphql/index.js';
import { RoomsArranged } from './arrangement.events.js';
import {
  CreateRoomSectionInput,
  DeleteRoomSectionInput,
  MoveRoomsInput,
  SetRoomOrderInput,
  UpdateRoomSectionInput,
} from './arrangement.inputs.js';
import {
  CreateRoomSectionPayload,
  DeleteRoomSectionPayload,
  MoveRoomsPayload,
  SetRoomOrderPayload,
  UpdateRoomSectionPayload,
} from './arrangement.payloads.js';
import { RoomArrangementService } from './room-arrangement.service.js';
import { RoomArrangementType } from './room-arrangement.type.js';
import { ShownArrangements } from './shown-arrangements.js';

@Resolver(() => ViewerType)
export class RoomArrangementResolver {
  constructor(
    private readonly service: RoomArrangementService,
    private readonly arrangements: ShownArrangements,
  ) {}

  @ResolveField(() => RoomArrangementType, { description: "How the viewer's list of rooms is arranged." })
  roomArrangement(@Viewer() { userId }: Actor, @Context() scope: object): Promise<RoomArrangementType> {
    return this.arrangements.of(scope, userId);
  }

  @Mutation(() => SetRoomOrderPayload, {
    description: "Says by what rooms stand in the viewer's list, on all their devices.",
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async setRoomOrder(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'By what.' }) input: SetRoomOrderInput,
  ): Promise<SetRoomOrderPayload> {
    return { roomArrangement: await this.service.setRoomOrder(viewer, input) };
  }

  @Mutation(() => CreateRoomSectionPayload, {
    description:
      "Makes a section in the viewer's list of rooms, behind those that there are. One of this name, but for case, is not made a second time, so the same can be sent again where the answer was lost.",
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async createRoomSection(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What it is called.' }) input: CreateRoomSectionInput,
  ): Promise<CreateRoomSectionPayload> {
    return this.service.createRoomSection(viewer, input);
  }

  @Mutation(() => UpdateRoomSectionPayload, {
    description: 'Gives a section another name, or another place among the sections.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async updateRoomSection(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one, and what is to be different.' }) input: UpdateRoomSectionInput,
  ): Promise<UpdateRoomSectionPayload> {
    return { roomArrangement: await this.service.updateRoomSection(viewer, input) };
  }

  @Mutation(() => DeleteRoomSectionPayload, {
    description: 'Deletes a section. Its rooms stay in the list, in no section.',
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async deleteRoomSection(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one.' }) input: DeleteRoomSectionInput,
  ): Promise<DeleteRoomSectionPayload> {
    return { roomArrangement: await this.service.deleteRoomSection(viewer, input) };
  }

  @Mutation(() => MoveRoomsPayload, {
    description: `Puts rooms into an order of the viewer's own, into a section, or both. To move one room within a section, name those that are to stand before it, and it: what two
devices do at once then mixes, and of no room it is lost in which section it is.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async moveRooms(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which rooms, and where to.' }) input: MoveRoomsInput,
  ): Promise<MoveRoomsPayload> {
    return { roomArrangement: await this.service.moveRooms(viewer, input) };
  }
}

@Resolver(() => RoomsArranged)
export class RoomsArrangedResolver {
  constructor(private readonly arrangements: ShownArrangements) {}

  @ResolveField(() => RoomArrangementType, { description: 'As it is now, not as it was by this event.' })
  roomArrangement(@Parent() { personId }: RoomsArranged, @Context() scope: object): Promise<RoomArrangementType> {
    return this.arrangements.of(scope, personId);
  }
}
