import type { Message, Tertulia } from '@tertulia/sdk';
import { MYSELF } from './operations.js';

/** So many are given at once; the rest comes with the next question. */
const MAX_MESSAGES = 100;

interface Asked {
  readonly after?: string | null | undefined;
  readonly roomId?: string | null | undefined;
  readonly seconds: number;
}

/** What others say behind the cursor: all that is there already, or else the next of it. */
export async function waitForMessages(
  chat: Tertulia,
  { after, roomId = null, seconds }: Asked,
  signal: AbortSignal,
): Promise<{ messages: Message[]; cursor: string }> {
  const { viewer } = await chat.ask(MYSELF, {}, { signal });
  const messages: Message[] = [];
  const enough = new AbortController();
  let cursor = after ?? viewer.eventCursor;
  let isCaughtUp = false;
  await chat.followMessages({
    after: cursor,
    signal: AbortSignal.any([signal, enough.signal, AbortSignal.timeout(seconds * 1_000)]),
    handle: ({ event, mark, cursor: here }) => {
      const message = event?.message;
      if (message && message.author.id !== viewer.user.id && (roomId === null || message.room.id === roomId))
        messages.push(message);
      if (mark === 'CAUGHT_UP' || mark === 'OPENED') isCaughtUp = true;
      cursor = here;
      if (messages.length >= MAX_MESSAGES || (isCaughtUp && messages.length > 0)) enough.abort();
    },
  });
  return { messages, cursor };
}
