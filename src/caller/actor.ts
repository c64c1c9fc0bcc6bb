import type { BotGrant } from './bot-grant.js';

/** Who is asking: an account, by way of one of its sessions, or a bot by one of its tokens. A visitor is `null`. */
export interface Actor {
  readonly userId: string;
  /** For a bot, the id of its token. */
  readonly sessionId: string;
  readonly isGuest: boolean;
  /** When the token that named the actor runs out. */
  readonly expiresAt: Date;
  /** Null for people. */
  readonly bot: BotGrant | null;
}
