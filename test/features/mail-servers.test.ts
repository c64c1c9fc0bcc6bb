import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { addressOf, emailAddressOf, forgets, hasAddress, setsAddress } from '../support/people/email.js';
import { aRoom } from '../support/people/room.js';
import { looksAtMail, MailServer, plain } from '../support/servers/mail-server.js';
import { countIn, rowsOf } from '../support/servers/own-rows.js';
import { aServer } from '../support/servers/server.js';

describe('a mail server', () => {
  it('that is busy is tried again, under one Message-ID, with pauses that grow, for a day', async () => {
    const mail = await MailServer.opens();
    const server = await aServer(mail.settings);
    const { ada, ben } = await aCast(server);
    mail.refuses(addressOf(ada), 451);
    mail.refuses(addressOf(ben), 451);
    await setsAddress(ada, addressOf(ada));
    await expect.poll(() => mail.attempts).toBe(1);
    const pauses = [1, 5, 15];
    for (const [tried, minutes] of pauses.entries()) {
      await expect.poll(async () => (await rowsOf(server, 'mail'))[0]?.attempts).toBe(tried + 1);
      server.clock.advance({ minutes: minutes - 0.5 });
      looksAtMail(server);
      server.clock.advance({ minutes: 1 });
      await expect
        .poll(() => {
          looksAtMail(server);
          return mail.attempts;
        })
        .toBe(tried + 2);
    }
    mail.refuses(addressOf(ada), null);
    server.clock.advance({ minutes: 61 });
    looksAtMail(server);
    const [came] = await mail.hears(addressOf(ada));
    expect(came?.messageId).toContain(String((await rowsOf(server, 'mail'))[0]?.id));
    await expect.poll(() => countIn(server, 'mail', { status: 'SENT' })).toBe(1);
  });

  it('that refuses an address for good marks it, until it is confirmed again, and no more goes there on its own', async () => {
    const mail = await MailServer.opens();
    const server = await aServer(mail.settings);
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const address = await hasAddress(ben, mail);
    mail.refuses(address, 550);
    await forgets(server, ben.username);
    await expect.poll(async () => (await emailAddressOf(ben))?.failingSince).toEqual(expect.any(String));
    expect((await emailAddressOf(ben))?.failure).toContain('550');
    await ada.says(`@${ben.username}`, room);
    await expect.poll(() => countIn(server, 'notification_due', {})).toBe(0);
    expect(await countIn(server, 'missed_message', {})).toBe(0);
    mail.refuses(address, null);
    await hasAddress(ben, mail);
    expect(await emailAddressOf(ben)).toMatchObject({ address, failingSince: null, failure: null });
  });

  it('that will not take what it says refuses it for good, and the address stays good', async () => {
    const mail = await MailServer.opens();
    const server = await aServer(mail.settings);
    const { ben } = await aCast(server);
    const address = await hasAddress(ben, mail);
    mail.refuses(address, 554, 'DATA');
    await forgets(server, ben.username);
    await expect.poll(() => countIn(server, 'mail', { status: 'REFUSED' })).toBe(1);
    expect(await emailAddressOf(ben)).toMatchObject({ failingSince: null });
  });

  it('that does not let this server send is no fault of the address, and is tried again', async () => {
    const mail = await MailServer.opens();
    const server = await aServer(mail.settings);
    const { ben } = await aCast(server);
    const address = await hasAddress(ben, mail);
    mail.refuses(address, 554, 'RCPT', '5.7.1 Relay access denied');
    await forgets(server, ben.username);
    await expect.poll(() => mail.attempts).toBe(2);
    mail.refuses(address, null);
    server.clock.advance({ seconds: 61 });
    looksAtMail(server);
    await mail.hears(address, 2);
    expect(await emailAddressOf(ben)).toMatchObject({ address, failingSince: null });
  });

  it('that hangs delays no message and not the end of this server, which sends the same at its next start', async () => {
    const mail = await MailServer.opens();
    const server = await aServer(mail.settings);
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    mail.hangs();
    await setsAddress(ben, addressOf(ben));
    await expect.poll(async () => (await rowsOf(server, 'mail'))[0]?.attempts).toBe(1);
    const begun = performance.now();
    for (let count = 0; count < 20; count += 1) await ada.says(`Still here ${String(count)}`, room);
    expect(performance.now() - begun).toBeLessThan(5000);
    const stopping = performance.now();
    await server.stop();
    expect(performance.now() - stopping).toBeLessThan(5000);
    mail.hangs(false);
    await server.restart();
    server.clock.advance({ minutes: 2 });
    looksAtMail(server);
    expect(plain((await mail.hears(addressOf(ben)))[0]?.subject)).toContain('Confirm your e-mail address');
  });

  it('that cannot be reached is tried once in a while by one e-mail, and all the others wait with it', async () => {
    const mail = await MailServer.opens();
    const server = await aServer({ ...mail.settings, MAIL_URL: 'smtp://127.0.0.1:1' });
    const { ada, ben, cleo } = await aCast(server);
    await setsAddress(ada, addressOf(ada));
    const tried = async () => (await rowsOf(server, 'mail')).reduce((sum, { attempts }) => sum + Number(attempts), 0);
    await expect.poll(tried).toBe(1);
    await setsAddress(ben, addressOf(ben));
    await setsAddress(cleo, addressOf(cleo));
    looksAtMail(server);
    server.clock.advance({ seconds: 31 });
    await expect
      .poll(() => {
        looksAtMail(server);
        return tried();
      })
      .toBe(2);
    for (let count = 0; count < 5; count += 1) looksAtMail(server);
    expect(await tried()).toBe(2);
  });
});
