import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDigestAfter } from '#server/notifications/email/next-digest.js';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/Madrid',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/New_York',
];

function localTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

describe('the next digest', () => {
  it('is later, within a day and the change of a clock, and at its hour wherever there is that hour', () => {
    const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 23 }), fc.constantFrom(...ZONES), (moment, hour, zone) => {
        const next = nextDigestAfter(new Date(moment), hour, zone);
        expect(next.getTime()).toBeGreaterThan(moment);
        expect(next.getTime() - moment).toBeLessThanOrEqual(26 * HOUR);
        const wanted = `${String(hour).padStart(2, '0')}:00`;
        if (localTime(next, zone) !== wanted) expect(isNearChange(next, zone)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same day before the hour, and the next one at it', () => {
    const before = new Date('2026-07-01T05:59:59.500Z');
    expect(nextDigestAfter(before, 8, 'Europe/Madrid').toISOString()).toBe('2026-07-01T06:00:00.000Z');
    const at = new Date('2026-07-01T06:00:00.000Z');
    expect(nextDigestAfter(at, 8, 'Europe/Madrid').toISOString()).toBe('2026-07-02T06:00:00.000Z');
  });
});

/** Whether clocks are changed there within a few hours. */
function isNearChange(at: Date, zone: string): boolean {
  const offset = (moment: number) => {
    const [hours = 0, minutes = 0] = localTime(new Date(moment), zone).split(':').map(Number);
    return (hours * 60 + minutes - Math.floor(moment / 60_000)) % 1440;
  };
  const normal = (value: number) => ((value % 1440) + 1440) % 1440;
  return normal(offset(at.getTime() - 3 * HOUR)) !== normal(offset(at.getTime() + 3 * HOUR));
}
