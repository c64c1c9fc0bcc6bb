import { expect, it } from 'vitest';
import { Database, NO_LOCKS } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { looksAtMail, MailServer } from '../support/servers/mail-server.js';
import { countIn } from '../support/servers/own-rows.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const PEOPLE = 10_000;
const NUMBERS = `with recursive number (n) as (select 1 union all select n + 1 from number where n < ${String(PEOPLE)})`;
const ID = "printf('00000000-0000-7000-8000-%012x', n)";

/** So many accounts with an address, who all want a digest at the same moment. */
async function crowd({ app }: TestServer, at: Date): Promise<void> {
  const statements = [
    `insert into user (id, username, username_key, display_name, display_name_key, search_text, kind, is_administrator, created_at)
     ${NUMBERS} select ${ID}, 'p' || n, 'p' || n, 'p' || n, 'p' || n, '', 'PERSON', 0, 0 from number`,
    `insert into email_address (user_id, address, address_key, confirmed_at)
     ${NUMBERS} select ${ID}, 'p' || n || '@crowd.example.org', 'p' || n || '@crowd.example.org', 0 from number`,
    `insert into email_preference (user_id, digest, next_digest_at) ${NUMBERS} select ${ID}, true, ${String(at.getTime())} from number`,
  ];
  for (const statement of statements) await app.get(Database).write(NO_LOCKS, (tx) => tx.rows(query(statement), []));
}

it('ten thousand digests at the same hour hold up nobody who writes', async () => {
  const mail = await MailServer.opens();
  const server = await aServer(mail.settings);
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const waits = async (times: number): Promise<number[]> => {
    const found: number[] = [];
    for (let count = 0; count < times; count += 1) {
      const begun = performance.now();
      await ada.says(`Message ${String(count)}`, room);
      found.push(performance.now() - begun);
    }
    return found.toSorted((a, b) => a - b);
  };
  const at = new Date(server.clock.now().getTime() + 60_000);
  await crowd(server, at);
  const calm = await waits(100);
  server.clock.advance({ minutes: 2 });
  const begun = performance.now();
  looksAtMail(server);
  const busy = await waits(100);
  const due = () =>
    countIn(server, 'email_preference', {}, `next_digest_at <= ${String(server.clock.now().getTime())}`);
  await expect.poll(due, { timeout: 120_000 }).toBe(0);
  const queued = performance.now() - begun;
  await expect.poll(() => countIn(server, 'mail', { status: 'WAITING' }), { timeout: 240_000 }).toBe(0);
  const done = performance.now() - begun;
  // Nobody had anything unread.
  expect(await countIn(server, 'mail', { status: 'WITHHELD' })).toBe(PEOPLE);
  const at95 = (times: readonly number[]) => Math.round(times[94] ?? 0);
  console.log(
    `sends at p95 before ${String(at95(calm))} ms, meanwhile ${String(at95(busy))} ms; all queued after ${String(Math.round(queued))} ms, all written after ${String(Math.round(done))} ms`,
  );
  expect(at95(busy)).toBeLessThan(1000);
}, 400_000);
