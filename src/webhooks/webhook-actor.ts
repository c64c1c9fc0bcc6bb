import type { Actor } from '../caller/index.js';

/** As late as a Date can be. */
const NEVER = new Date(8.64e15);

/** As whom a webhook looks: its bot, with all that a bot may read. Which rooms it is in is asked each time. */
export function actorOf(webhookId: string, { userId, ownerId }: { userId: string; ownerId: string }): Actor {
  return {
    userId,
    sessionId: webhookId,
    isGuest: false,
    expiresAt: NEVER,
    bot: { tokenId: webhookId, ownerId, scopes: new Set(['EVENTS_READ', 'MESSAGES_READ']), roomIds: null },
  };
}
