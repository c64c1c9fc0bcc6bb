import { Tertulia } from '@tertulia/sdk';

const { TERTULIA_URL: url = 'http://localhost:3000', TERTULIA_TOKEN: token } = process.env;
const chat = new Tertulia({ url, token, onTrouble: (error) => console.error(error.message) });

await chat.consumeMessages('echo', {
  filter: { types: ['MessageSent'], notByViewer: true },
  handle: async ({ event }) => {
    if (!event?.message) return;
    const { body, room } = event.message;
    await chat.send({ roomId: room.id, body, nonce: event.id });
  },
});
