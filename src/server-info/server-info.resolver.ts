import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Visitors } from '../auth/index.js';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Limited } from '../graphql/index.js';
import { UpdateServerInput } from './server-info.inputs.js';
import { UpdateServerPayload } from './server-info.payloads.js';
import { ServerInfo } from './server-info.type.js';
import { ServerLookService } from './server-look.service.js';
import { ServerLooks } from './server-looks.js';

@Resolver(() => ServerInfo)
export class ServerInfoResolver {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly looks: ServerLooks,
    private readonly changes: ServerLookService,
  ) {}

  @Visitors()
  @Query(() => ServerInfo, {
    description: 'What a client has to know before it asks for anything else. Also for visitors.',
  })
  @Bots()
  server(): ServerInfo {
    return ServerInfo.of(this.settings, this.looks.current);
  }

  @Mutation(() => UpdateServerPayload, {
    description: `Gives the server another name or another color, which everybody sees who opens it from then on, before they sign in as well. For administrators;
FORBIDDEN to everybody else.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async updateServer(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The name and the color. The one at fault is named in `extensions.field`.' })
    input: UpdateServerInput,
  ): Promise<UpdateServerPayload> {
    await this.changes.updateServer(viewer, input);
    return { server: this.server() };
  }
}
