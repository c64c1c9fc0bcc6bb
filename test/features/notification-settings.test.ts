import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { DO_NOT_DISTURB, doesNotWantToBeDisturbed, SETTINGS, WISH, wishes } from '../support/people/notifications.js';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const NIGHT = { from: '22:00', until: '07:00', days: ['SUNDAY', 'MONDAY', 'MONDAY'], timeZone: 'europe/madrid' };

interface Own {
  readonly viewer: { readonly doNotDisturbUntil: string | null; readonly notificationSettings: object };
}

async function settingsOf(who: Person) {
  return (await who.asks<Own>(`{ viewer { doNotDisturbUntil notificationSettings { ${SETTINGS} } } }`)).viewer;
}

describe('when and how somebody wants to be called', () => {
  it('begins with nothing, is kept as it was said, and is theirs on all their devices; nobody else’s', async () => {
    const { ada, ben } = await aCast(server);
    const beginning = {
      doNotDisturbUntil: null,
      notificationSettings: { quietHours: null, keywords: [], showsText: false },
    };
    expect(await settingsOf(ada)).toEqual(beginning);
    const wished = await wishes(ada, {
      quietHours: NIGHT,
      keywords: [' Tea ', 'TEA', 'téa', 'apple   pie'],
      showsText: true,
    });
    const kept = {
      quietHours: { ...NIGHT, days: ['MONDAY', 'SUNDAY'], timeZone: 'Europe/Madrid' },
      keywords: ['Tea', 'apple pie'],
      showsText: true,
    };
    expect(wished).toEqual(kept);
    expect((await settingsOf(await Person.signsIn(server, ada.username))).notificationSettings).toEqual(kept);
    expect(await settingsOf(ben)).toEqual(beginning);
  });

  it('is changed where something is said, cleared by null, and stays as it is otherwise', async () => {
    const { ada } = await aCast(server);
    await wishes(ada, { quietHours: { ...NIGHT, timeZone: null }, keywords: ['tea'], showsText: true });
    expect(await wishes(ada, {})).toMatchObject({ quietHours: { timeZone: null }, keywords: ['tea'], showsText: true });
    expect(await wishes(ada, { keywords: null })).toMatchObject({ keywords: [], showsText: true });
    expect(await wishes(ada, { quietHours: null, showsText: null })).toEqual({
      quietHours: null,
      keywords: [],
      showsText: false,
    });
  });

  it.each([
    ['from', { quietHours: { ...NIGHT, from: '24:00' } }],
    ['until', { quietHours: { ...NIGHT, until: '7:00' } }],
    ['days', { quietHours: { ...NIGHT, days: [] } }],
    ['timeZone', { quietHours: { ...NIGHT, timeZone: '+02:00' } }],
    ['keywords', { keywords: ['a'] }],
    ['keywords', { keywords: ['a'.repeat(51)] }],
    ['keywords', { keywords: ['\u0301\u0302'] }],
    ['keywords', { keywords: Array.from({ length: 51 }, (_, place) => `word ${String(place)}`) }],
  ])('has bounds: %s %#', async (field, input) => {
    const { ada } = await aCast(server);
    const refusal = await ada.isRefused('BAD_USER_INPUT', WISH, { input });
    expect(refusal.extensions).toMatchObject({ field });
    expect((await settingsOf(ada)).notificationSettings).toMatchObject({ quietHours: null, keywords: [] });
  });

  it('takes as many keywords as there may be', async () => {
    const { ada } = await aCast(server);
    const keywords = Array.from({ length: 50 }, (_, place) => `${String(place)} ${'é'.repeat(47)}`.slice(0, 50));
    expect(await wishes(ada, { keywords })).toMatchObject({ keywords });
  });
});

describe('do not disturb', () => {
  it('lasts until it is over, or is ended; a guest has it as well', async () => {
    const guest = await Person.entersAsGuest(server, 'Gus');
    const until = new Date(Date.now() + 3_600_000);
    expect(await doesNotWantToBeDisturbed(guest, until)).toBe(until.toISOString());
    expect(await settingsOf(guest)).toMatchObject({ doNotDisturbUntil: until.toISOString() });
    expect(await doesNotWantToBeDisturbed(guest, null)).toBeNull();
    expect(await settingsOf(guest)).toMatchObject({ doNotDisturbUntil: null });
    await doesNotWantToBeDisturbed(guest, new Date(server.clock.now().getTime() + 60_000));
    server.clock.advance({ seconds: 61 });
    expect(await settingsOf(guest)).toMatchObject({ doNotDisturbUntil: null });
  });

  it('does not begin with a time that is over', async () => {
    const { ada } = await aCast(server);
    const until = new Date(server.clock.now().getTime() - 1000);
    const refusal = await ada.isRefused('BAD_USER_INPUT', DO_NOT_DISTURB, { until });
    expect(refusal.extensions).toMatchObject({ field: 'until' });
  });
});
