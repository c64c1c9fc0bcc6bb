import { join } from 'node:path';
import { expect, it } from 'vitest';
import { databaseIn } from '../support/oracle/stored.js';
import { forgets, hasAddress } from '../support/people/email.js';
import { Person } from '../support/people/person.js';
import { MailServer } from '../support/servers/mail-server.js';
import { aSpawnedServer, type Step } from '../support/servers/spawned-server.js';

/** While it is put into the queue, its attempt is counted, and it is kept that it was sent. */
const STEPS: readonly Step[] = [1, 2, 3].map((nth) => ({ name: 'commit', nth }));

const mail = await MailServer.opens();
const settings = await mail.settingsAtItsPort();

it('killed at any step of sending an e-mail, the server sends what it has acknowledged after its next start: once, or twice under one Message-ID', async () => {
  const server = await aSpawnedServer({ isSabotaged: true, environment: () => settings });
  const ada = await Person.registers(server, 'ada');
  const address = await hasAddress(ada, mail);
  for (const step of STEPS) {
    await expect.poll(() => waiting(server.folder)).toBe(0);
    const before = mail.to(address).length;
    const stored = storedIn(server.folder);
    await server.sabotage({ dieBeforeStep: step });
    const isAcknowledged = await forgets(server, 'ada').then(
      ({ errors }) => errors === undefined,
      () => false,
    );
    await server.ended();
    // What is on the disk is sent, whether or not it could be acknowledged.
    const isStored = storedIn(server.folder) > stored;
    expect(isStored || !isAcknowledged, `acknowledged, and not lost before commit ${String(step.nth)}`).toBe(true);
    await server.start();
    if (!isStored) await forgets(server, 'ada');
    // What was under way is tried again after its pause of a minute.
    const came = await expect
      .poll(() => mail.to(address).length, { timeout: 100_000 })
      .toBeGreaterThan(before)
      .then(() => mail.to(address).slice(before));
    await expect.poll(() => waiting(server.folder), { timeout: 100_000 }).toBe(0);
    const ids = mail
      .to(address)
      .slice(before)
      .map(({ messageId }) => messageId);
    expect(new Set(ids).size, step.name).toBe(1);
    expect(came.length, String(step.nth)).toBeLessThanOrEqual(2);
  }
}, 600_000);

it('killed after the mail server took it and before that is noted, the server sends the same Message-ID once more', async () => {
  const server = await aSpawnedServer({ environment: () => settings });
  const ben = await Person.registers(server, 'ben');
  const address = await hasAddress(ben, mail);
  const before = mail.to(address).length;
  mail.onTaken = async () => {
    mail.onTaken = () => undefined;
    await server.killAndStart();
  };
  await forgets(server, 'ben').catch(() => undefined);
  await expect.poll(() => mail.to(address).length, { timeout: 100_000 }).toBe(before + 2);
  const [first, second] = mail.to(address).slice(before);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.text).toBe(first?.text);
  await expect.poll(() => waiting(server.folder)).toBe(0);
}, 300_000);

/** How many e-mails are still to be sent. */
function waiting(folder: string): number {
  using database = databaseIn(join(folder, 'data'));
  return Number(database.prepare("select count(*) as count from mail where status = 'WAITING'").get()?.count);
}

/** How many e-mails there are, whatever became of them. */
function storedIn(folder: string): number {
  using database = databaseIn(join(folder, 'data'));
  return Number(database.prepare('select count(*) as count from mail').get()?.count);
}
