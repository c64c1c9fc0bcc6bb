import type { Message } from '../messages/index.js';
import type { Membership } from '../rooms/index.js';
import { obstacleToRemovePreviews } from '../rules/index.js';

/** Whether somebody in the room may take the previews of a message away, as src/rules says, in words. */
export function refusalToRemovePreviews({ authorId }: Message, { userId, role }: Membership): string | null {
  const obstacle = obstacleToRemovePreviews({ isAuthor: authorId === userId }, role);
  return obstacle && "Only the owner and moderators can remove the previews of other people's messages.";
}
