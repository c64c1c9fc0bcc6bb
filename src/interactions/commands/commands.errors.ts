import { Refusal } from '../../errors/index.js';

/** Also where the bot is not in the room, or can do nothing any more. */
export class CommandNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is no such command in this room.', { field: 'command' });
  }
}

export class OnlyBotsHaveCommands extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only bots have commands. Ask with a token of the bot.');
  }
}

export class CommandsAreForAllRooms extends Refusal {
  constructor() {
    super('FORBIDDEN', 'The commands of a bot are the same in all of its rooms. Set them with a token for all rooms.');
  }
}
