import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aCast, type Cast } from '../support/people/cast.js';
import type { RoomAnswer } from '../support/people/person.js';
import { unlessRefused } from '../support/chance/refusals.js';
import { aRoom } from '../support/people/room.js';
import {
  applyAll,
  snapshot,
  type Snapshot,
  VIEWED_FEED,
  VIEWED_ROOM,
  type ViewItem,
} from '../support/feeds/room-view.js';
import { aServer } from '../support/servers/server.js';
import type { Socket, Subscription } from '../support/sockets/socket.js';

const server = await aServer();

const names = ['ada', 'ben', 'cleo'] as const;
const someone = fc.constantFrom(...names);
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('say' as const), who: someone }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('edit', 'delete'), who: someone, which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('join', 'leave'), who: fc.constantFrom('ben', 'cleo') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('add', 'remove', 'promote', 'demote'),
      who: someone,
      whom: fc.constantFrom('ben', 'cleo'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('look' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('subscribe' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

it('whatever Ada, Ben and Cleo do, whoever looks and subscribes at any moments ends with what a fresh read shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30 }), async (actions) => {
      const cast = await aCast(server);
      const room = await aRoom(cast.ada);
      await using socket = await cast.ada.opensSocket();
      const looks: Snapshot[] = [await snapshot(cast.ada, room)];
      const watches: Watch[] = [];
      const said: { id: string }[] = [];
      for (const step of actions) {
        if (step.does === 'look') looks.push(await snapshot(cast.ada, room));
        else if (step.does === 'subscribe') watches.push(...looks.flatMap((look) => subscribe(socket, room, look)));
        else await unlessRefused(() => act(cast, room, said, step));
      }
      watches.push(...looks.flatMap((look) => subscribe(socket, room, look)));
      const last = await cast.ada.says('That was all.', room);
      const { view } = await snapshot(cast.ada, room);
      for (const { look, feed } of watches) {
        const items = await feed.until(({ item }) => item.event?.message?.id === last.id);
        expect(
          applyAll(
            look.view,
            room,
            items.map(({ item }) => item),
          ),
        ).toEqual(view);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

interface Watch {
  readonly look: Snapshot;
  readonly feed: Subscription<{ item: ViewItem }>;
}

/** Both feeds from where somebody looked. */
function subscribe(socket: Socket, { id: roomId }: RoomAnswer, look: Snapshot): Watch[] {
  return [
    { look, feed: socket.subscribes(VIEWED_ROOM, { roomId, after: look.roomCursor }) },
    { look, feed: socket.subscribes(VIEWED_FEED, { after: look.feedCursor }) },
  ];
}

async function act(cast: Cast, room: RoomAnswer, said: { id: string }[], step: Action): Promise<void> {
  if (!('who' in step)) return;
  const who = cast[step.who];
  if ('whom' in step) {
    const whom = cast[step.whom];
    if (step.does === 'add') await who.adds(whom, room);
    else if (step.does === 'remove') await who.removes(whom, room);
    else await who.makes(whom, step.does === 'promote' ? 'MODERATOR' : 'MEMBER', room);
    return;
  }
  if ('which' in step) {
    const message = said[step.which % Math.max(1, said.length)];
    if (!message) return;
    if (step.does === 'edit') await who.edits(message, `Edited after ${String(said.length)} messages`);
    else await who.deletes(message);
    return;
  }
  if (step.does === 'join') await who.joins(room);
  else if (step.does === 'leave') await who.leaves(room);
  else said.push(await who.says(`Message ${String(said.length)}`, room));
}
