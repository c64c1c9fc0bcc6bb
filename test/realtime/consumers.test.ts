import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import {
  ACKNOWLEDGE,
  acknowledges,
  CONSUME,
  consumerOf,
  consumersOf,
  consumes,
  deletesConsumer,
  makesConsumer,
  wordsIn,
} from '../support/feeds/consumer.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('a consumer', () => {
  it('begins now, and is given what happens until it is told that it was handled', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Before', room);
    await using socket = await ben.opensSocket();
    const first = consumes(socket, 'echo');
    expect(await first.next()).toMatchObject({ mark: 'OPENED', event: null });
    await ada.says('One', room);
    await ada.says('Two', room);
    const [one] = await first.until(({ event }) => event?.message?.body === 'Two');
    await acknowledges(ben, 'echo', { cursor: one?.cursor ?? '' });
    first.unsubscribe();

    // What was handled does not come again, what was not does.
    await ada.says('Three', room);
    const again = await consumes(socket, 'echo').untilCaughtUp();
    expect(wordsIn(again)).toEqual(['Two', 'Three']);
    expect(again.map(({ live }) => live)).toEqual([false, false, true]);
  });

  it('is the same after the server started again', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    await ada.says('One', room);
    await ada.says('Two', room);
    {
      await using socket = await ben.opensSocket();
      const items = await consumes(socket, 'echo').untilCaughtUp();
      expect(wordsIn(items)).toEqual(['One', 'Two']);
      await acknowledges(ben, 'echo', { cursor: items[0]?.cursor ?? '' });
    }
    await server.restart();
    await using socket = await ben.opensSocket();
    expect(wordsIn(await consumes(socket, 'echo').untilCaughtUp())).toEqual(['Two']);
  });
});
