import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { RoomAccess } from '../../rooms/index.js';
import { CommandType } from './command.type.js';
import { MAX_COMMANDS_IN_ROOM } from './commands.policy.js';
import { COMMANDS_IN_ROOM } from './commands.queries.js';

/** Commands as members of a room see them. */
@Injectable()
export class ShownCommands {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
  ) {}

  async inRoom(scope: object, viewer: Actor | null, roomId: string): Promise<CommandType[] | null> {
    if (!(await this.access.mayRead(scope, viewer, roomId))) return null;
    const commands = await this.database.find(COMMANDS_IN_ROOM, [roomId, MAX_COMMANDS_IN_ROOM]);
    return commands.map((command) => CommandType.of(command));
  }
}
