import { expect, it } from 'vitest';
import { SocketServer } from '#server/api/sockets/socket-server.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

it('a socket that answers no ping is ended at the second beat, one that does is not', async () => {
  using gone = await RawSocket.acknowledged(server.url, undefined, { answersPings: false });
  using there = await RawSocket.acknowledged(server.url);
  for (let beat = 1; beat <= 4; beat += 1) {
    const pinged = there.pinged();
    server.app.get(SocketServer).beat();
    await pinged;
    // Answered behind the ping's own answer: the server has had both.
    there.says({ type: 'ping' });
    expect(await there.next()).toMatchObject({ type: 'pong' });
  }
  expect(await gone.closed).toBe(1006);
});
