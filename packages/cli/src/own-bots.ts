import type { Tertulia } from '@tertulia/sdk';
import { UsageError } from './command.js';
import { type Bot, BOTS } from './operations.js';

export async function ownBots(chat: Tertulia): Promise<Bot[]> {
  const bots: Bot[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(chat, after);
    bots.push(...nodes);
    if (!pageInfo.hasNextPage) return bots;
    after = pageInfo.endCursor;
  }
}

async function page(chat: Tertulia, after: string | null) {
  return (await chat.ask(BOTS, { after })).bots;
}

/** The id of one's bot of this id or username. */
export async function botIdOf(chat: Tertulia, given: string): Promise<string> {
  const bot = (await ownBots(chat)).find(({ id, user }) => id === given || user.username === given.replace(/^@/, ''));
  if (!bot) throw new UsageError(`You have no bot of the username or id ${given}.`);
  return bot.id;
}
