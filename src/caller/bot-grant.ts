/** What a token of a bot opens. The schema says of each what it is for. */
export enum BotScopeName {
  EVENTS_READ = 'EVENTS_READ',
  MESSAGES_READ = 'MESSAGES_READ',
  MESSAGES_WRITE = 'MESSAGES_WRITE',
  FILES_WRITE = 'FILES_WRITE',
  MEMBERS_WRITE = 'MEMBERS_WRITE',
  ROOMS_WRITE = 'ROOMS_WRITE',
}

export type BotScope = keyof typeof BotScopeName;

/** A bot asks, by one of its tokens: whose bot it is, and how much of its rights the token has. */
export interface BotGrant {
  readonly tokenId: string;
  readonly ownerId: string;
  readonly scopes: ReadonlySet<BotScope>;
  /** The rooms that the token is for; null where it is for all rooms of the bot. */
  readonly roomIds: ReadonlySet<string> | null;
}

/** Whether a room is among those that somebody's token is for. For people it always is: only their membership counts. */
export function reachesRoom({ bot }: { readonly bot: BotGrant | null }, roomId: string): boolean {
  return bot?.roomIds?.has(roomId) ?? true;
}
