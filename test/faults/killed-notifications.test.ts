import { join } from 'node:path';
import { expect, it } from 'vitest';
import { databaseIn } from '../support/oracle/stored.js';
import { registers } from '../support/people/notifications.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { PUSH_CERTIFICATE, PushService, settingsToPush } from '../support/servers/push-service.js';
import { aSpawnedServer, type Step } from '../support/servers/spawned-server.js';

/** While it is noted, decided, taken from what is due, counted, and kept that it was sent. */
const STEPS: readonly Step[] = [1, 2, 3, 4, 5].map((nth) => ({ name: 'commit', nth }));

const service = await PushService.opens();

it('killed at any step of calling somebody, the server calls them after its next start: once, or twice as one notification', async () => {
  const server = await aSpawnedServer({
    isSabotaged: true,
    environment: () => ({ ...settingsToPush(service), NODE_EXTRA_CA_CERTS: PUSH_CERTIFICATE }),
  });
  const ada = await Person.registers(server, 'ada');
  const ben = await Person.registers(server, 'ben');
  const room = await aRoom(ada, [ben]);
  const browser = service.browser('127.0.0.1');
  await registers(ben, browser);
  await ada.says('Good evening, @ben', room);
  await browser.hears();
  const { server: before } = await ada.asks<{ server: object }>('{ server { pushPublicKey } }');
  for (const step of STEPS) {
    const { id } = await ada.says(`And now, @ben? ${step.name} ${String(step.nth)}`, room);
    await server.sabotage({ dieBeforeStep: step });
    await server.ended();
    await server.start();
    const heard = () => browser.news.filter(({ kind, messageId }) => kind === 'message' && messageId === id);
    await expect.poll(() => heard().length, { message: step.name }).toBeGreaterThan(0);
    expect(new Set(heard().map(({ tag }) => tag)).size).toBe(1);
    expect(heard().length, String(step.nth)).toBeLessThanOrEqual(2);
  }
  // The key is the same for ever: browsers subscribed to it.
  expect(await ada.asks<{ server: object }>('{ server { pushPublicKey } }')).toEqual({ server: before });
  await expect.poll(() => left(server.folder)).toEqual({ due: 0, waiting: 0 });
}, 600_000);

/** What is still to be done. */
function left(folder: string): { due: number; waiting: number } {
  using database = databaseIn(join(folder, 'data'));
  const count = (sql: string) => Number(database.prepare(sql).get()?.count);
  return {
    due: count('select count(*) as count from notification_due'),
    waiting: count("select count(*) as count from push_delivery where status = 'WAITING'"),
  };
}
