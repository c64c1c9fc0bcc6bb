import { Query, Resolver } from '@nestjs/graphql';
import { Visitors } from '../auth/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { ServerInfo } from './server-info.type.js';

@Resolver(() => ServerInfo)
export class ServerInfoResolver {
  constructor(@InjectSettings() private readonly settings: Settings) {}

  @Visitors()
  @Query(() => ServerInfo, {
    description: 'What a client has to know before it asks for anything else. Also for visitors.',
  })
  server(): ServerInfo {
    return ServerInfo.of(this.settings);
  }
}
