import type { Message } from '../messages/index.js';
import { wordsOfFloor } from '../rooms/index.js';
import { type Floor, obstacleToReact } from '../rules/index.js';

/** Different emoji on one message; any number of people may use each. */
export const MAX_EMOJI_ON_MESSAGE = 20;

/** Whether somebody in the room may react to a message, as src/rules says, in words. */
export function refusalToReact({ deletedAt }: Message, floor: Floor): string | null {
  const obstacle = obstacleToReact({ isDeleted: deletedAt !== null }, floor);
  return obstacle === 'deleted' ? 'This message was deleted.' : wordsOfFloor(obstacle);
}

/** Those that are there already may be used by more people. */
export function hasRoomFor(emoji: string, onMessage: readonly string[]): boolean {
  return onMessage.length < MAX_EMOJI_ON_MESSAGE || onMessage.includes(emoji);
}
