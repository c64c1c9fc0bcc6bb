import { Tertulia, TertuliaError } from '@tertulia/sdk';

const { FROM_URL, FROM_TOKEN, FROM_ROOM, TO_URL, TO_TOKEN, TO_ROOM } = process.env;
const onTrouble = (error) => console.error(error.message);
const from = new Tertulia({ url: FROM_URL, token: FROM_TOKEN, onTrouble });
const to = new Tertulia({ url: TO_URL, token: TO_TOKEN, onTrouble });

await from.consumeMessages('bridge', {
  // What the bot posts itself came over the bridge from the other side.
  filter: { types: ['MessageSent'], roomIds: [FROM_ROOM], notByViewer: true },
  handle: async ({ event }) => {
    // A message that was deleted, or has only files, has no text.
    if (!event?.message?.body) return;
    const { author, body } = event.message;
    const text = `**${author.username}**: ${body}`.slice(0, 8000).toWellFormed();
    try {
      await to.send({ roomId: TO_ROOM, body: text, nonce: event.id });
    } catch (error) {
      // It was carried over before a crash, and edited since then.
      if (!(error instanceof TertuliaError && error.code === 'CONFLICT')) throw error;
    }
  },
});
