import { expect, test } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const EVENTS_AND_MORE = `subscription ($after: Cursor!) { events(after: $after) { mark event {
  __typename ... on RoomEvent { room { eventCursor messages(last: 5) { nodes { body } } members { nodes { user { username } } } } }
} } }`;

interface Seen {
  readonly events: {
    readonly mark: string | null;
    readonly event: { readonly __typename: string; readonly room: Readonly<Record<string, unknown>> } | null;
  };
}

test('whoever was removed from a private room sees by its old events nothing of what goes on there now', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Behind the curtain', 'PRIVATE');
  const before = await cursorOf(ben);
  await ada.adds(ben, room);
  await ada.removes(ben, room);
  await ada.says('Now that Ben is gone', room);

  await using socket = await ben.opensSocket();
  const seen = await socket
    .subscribes<Seen>(EVENTS_AND_MORE, { after: before })
    .until(({ events }) => events.mark === 'CAUGHT_UP');
  const rooms = seen.flatMap(({ events }) => events.event?.room ?? []);
  expect(rooms.length).toBe(2);
  for (const shown of rooms) expect(shown).toEqual({ eventCursor: null, messages: null, members: null });
});

test('whoever is still in it sees them by every event', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Before the curtain', 'PRIVATE');
  const before = await cursorOf(ben);
  await ada.adds(ben, room);
  await ada.says('Welcome', room);

  await using socket = await ben.opensSocket();
  const seen = await socket
    .subscribes<Seen>(EVENTS_AND_MORE, { after: before })
    .until(({ events }) => events.event?.__typename === 'MessageSent');
  expect(seen.at(-1)?.events.event?.room).toMatchObject({ messages: { nodes: [{ body: 'Welcome' }] } });
});

async function cursorOf(person: Person): Promise<string> {
  return (await person.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }')).viewer.eventCursor;
}
