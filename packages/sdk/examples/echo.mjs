import { Tertulia, TertuliaError } from '@tertulia/sdk';

const { TERTULIA_URL: url = 'http://localhost:3000', TERTULIA_TOKEN: token } = process.env;
const chat = new Tertulia({ url, token, onTrouble: (error) => console.error(error.message) });

await chat.consumeMessages('echo', {
  filter: { types: ['MessageSent'], notByViewer: true },
  handle: async ({ event }) => {
    // A message that was deleted, or has only files, has no text.
    if (!event?.message?.body) return;
    const { body, room } = event.message;
    try {
      await chat.send({ roomId: room.id, body, nonce: event.id });
    } catch (error) {
      // It was answered before a crash, and the message was edited since then.
      if (!(error instanceof TertuliaError && error.code === 'CONFLICT')) throw error;
    }
  },
});
