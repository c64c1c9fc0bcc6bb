import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { SetStatusInput, SetStatusPayload, UpdateProfileInput, UpdateProfilePayload } from './profiles.inputs.js';
import { ProfilesService } from './profiles.service.js';

@Resolver()
export class ProfilesResolver {
  constructor(private readonly profiles: ProfilesService) {}

  @Mutation(() => UpdateProfilePayload, {
    description:
      'Changes what others see of the viewer: those who share a room with them hear of it at once (UserChanged). What is so already is no event. FORBIDDEN for guests.',
  })
  @Limited({ per: 'account', points: 20, seconds: 60, what: 'Too many changes in a short time' })
  async updateProfile(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What is to be different. A picture makes it a multipart request.' })
    input: UpdateProfileInput,
  ): Promise<UpdateProfilePayload> {
    return { user: await this.profiles.updateProfile(viewer, input) };
  }

  @Mutation(() => SetStatusPayload, {
    description: 'Says what the viewer is up to, in the place of what they said before. Also for guests.',
  })
  @Limited({ per: 'account', points: 20, seconds: 60, what: 'Too many changes in a short time' })
  async setStatus(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The status. Without `emoji` and `text` it is taken away.' }) input: SetStatusInput,
  ): Promise<SetStatusPayload> {
    return { user: await this.profiles.setStatus(viewer, input) };
  }
}
