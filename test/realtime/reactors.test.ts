import { expect, it } from 'vitest';
import { Database } from '#server/database/index.js';
import { EventLog, type LoggedEvent } from '#server/log/index.js';
import { MessageSent } from '#server/messages/messages.events.js';
import { ReactorRun } from '#server/reactors/reactor-run.js';
import type { Reactor } from '#server/reactors/index.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const [database, log] = [server.app.get(Database), server.app.get(EventLog)];

it('a reactor meets each event of its kinds once, in order, those from before it began included', async () => {
  const { says } = await someoneWhoSays();
  const [one, two] = [await says('One'), await says('Two')];
  const reactor = aReactor('once', 'at the beginning');
  const run = await begin(reactor);
  await expect.poll(() => reactor.met).toEqual(expect.arrayContaining([one, two]));
  const three = await says('Three');
  run.wake();
  await expect.poll(() => reactor.met.at(-1)).toBe(three);
  expect(new Set(reactor.met).size).toBe(reactor.met.length);
  expect(reactor.met.slice(-3)).toEqual([one, two, three]);
  expect(run.lag()).toBe(0);
  await run.stop();
});

it('what fails is tried again, and nothing after it comes before it', async () => {
  const { says } = await someoneWhoSays();
  const reactor = aReactor('fails', 'at the end');
  const run = await begin(reactor);
  reactor.failures = 2;
  const [one, two] = [await says('One'), await says('Two')];
  run.wake();
  await expect.poll(() => reactor.met).toEqual([one, one, one, two]);
  await run.stop();
});

it('stopped and begun again, it goes on where it was, whatever came in between', async () => {
  const { says } = await someoneWhoSays();
  const first = aReactor('goes-on', 'at the end');
  const run = await begin(first);
  const one = await says('One');
  run.wake();
  await expect.poll(() => first.met).toEqual([one]);
  await run.stop();
  const two = await says('Two');
  const again = aReactor('goes-on', 'at the end');
  const second = await begin(again);
  await expect.poll(() => again.met).toEqual([two]);
  await second.stop();
});

it('one that stopped before it wrote down how far it was repeats, and skips nothing', async () => {
  const { says } = await someoneWhoSays();
  const first = aReactor('repeats', 'at the end');
  const run = await begin(first);
  const one = await says('One');
  first.failures = 1;
  run.wake();
  await expect.poll(() => first.met).toEqual([one]);
  await run.stop();
  const again = aReactor('repeats', 'at the end');
  const second = await begin(again);
  await expect.poll(() => again.met).toEqual([one]);
  await second.stop();
});

async function someoneWhoSays() {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  return { says: async (body: string) => (await ada.says(body, room)).id };
}

async function begin(reactor: Reactor): Promise<ReactorRun> {
  const run = new ReactorRun(reactor, database, log);
  await run.begin();
  run.wake();
  return run;
}

/** Remembers what it meets; while it has failures left, it fails after that. */
function aReactor(name: string, begins: Reactor['begins']) {
  const met: string[] = [];
  return {
    name,
    begins,
    kinds: [MessageSent],
    met,
    failures: 0,
    react({ subjectId }: LoggedEvent): Promise<void> {
      met.push(subjectId);
      if (this.failures === 0) return Promise.resolve();
      this.failures -= 1;
      return Promise.reject(new Error('Not now.'));
    },
  };
}
