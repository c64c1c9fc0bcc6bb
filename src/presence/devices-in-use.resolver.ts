import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { DevicesInUse } from './devices-in-use.js';
import { SetActiveInput, SetActivePayload } from './presence.types.js';

@Resolver()
export class DevicesInUseResolver {
  constructor(private readonly devices: DevicesInUse) {}

  @Mutation(() => SetActivePayload, {
    description: `Says whether somebody is using this device, which is this session: while they are, no push notification goes to any of their devices. It fades after 60 seconds.
Nobody else is told, and nothing is stored.`,
  })
  @Limited({ per: 'account', points: 240, seconds: 60 })
  setActive(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What somebody does with this device.' }) { isActive }: SetActiveInput,
  ): SetActivePayload {
    if (isActive) this.devices.used(viewer);
    else this.devices.putAway(viewer);
    return { ok: true };
  }
}
