import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Addressed,
  isQuietAt,
  isSilent,
  keywordIn,
  minutesOf,
  type Moment,
  notifying,
  piecesOf,
  foldForSearch,
  WEEKDAYS,
} from '#rules';

const NOBODYS: Addressed = {
  ...{ isOwn: false, isMember: true, isDeleted: false, isAuthorBlocked: false, isMuted: false, level: 'MENTIONS' },
  ...{ isDirect: false, isNamed: false, isAnswered: false, isRoomNamed: false, hasKeyword: false },
  ...{ isInThread: false, followsThread: false },
};
const NOW: Moment = {
  ...{
    at: new Date('2026-11-27T12:00:00Z'),
    isRead: false,
    doNotDisturbUntil: null,
    quietHours: null,
    isDeviceInUse: false,
  },
};

describe('what of a message notifies somebody', () => {
  it.each([
    ['DIRECT_MESSAGE', { isDirect: true, isNamed: true }],
    ['MENTION', { isNamed: true, isAnswered: true, isRoomNamed: true }],
    ['REPLY', { isAnswered: true, hasKeyword: true }],
    ['ROOM_MENTION', { isRoomNamed: true, hasKeyword: true }],
    ['KEYWORD', { hasKeyword: true, isInThread: true, followsThread: true }],
    ['THREAD_REPLY', { isInThread: true, followsThread: true }],
    ['EVERY_MESSAGE', { level: 'ALL' }],
    ['NOT_ADDRESSED', {}],
    ['NOT_ADDRESSED', { level: 'ALL', isInThread: true }],
    ['OWN_MESSAGE', { isOwn: true, isNamed: true }],
    ['NOT_A_MEMBER', { isMember: false, isNamed: true }],
    ['MESSAGE_DELETED', { isDeleted: true, isNamed: true }],
    ['AUTHOR_BLOCKED', { isAuthorBlocked: true, isDirect: true }],
    ['ROOM_MUTED', { isMuted: true, isNamed: true }],
    ['LEVEL_NOTHING', { level: 'NOTHING', isDirect: true }],
  ] as const)('%s: %o', (reason, more) => {
    expect(notifying({ ...NOBODYS, ...more }, NOW)).toEqual({ isNotified: !isSilent(reason), reason });
  });

  it.each([
    ['ALREADY_READ', { isRead: true, isDeviceInUse: true }],
    ['DO_NOT_DISTURB', { doNotDisturbUntil: new Date('2026-11-27T12:00:01Z') }],
    ['DEVICE_IN_USE', { isDeviceInUse: true }],
    ['MENTION', { doNotDisturbUntil: new Date('2026-11-27T12:00:00Z') }],
  ] as const)('unless at that moment: %s', (reason, more) => {
    expect(notifying({ ...NOBODYS, isNamed: true }, { ...NOW, ...more }).reason).toBe(reason);
  });

  it('is nothing for its author, outside of the room, of a deleted message, of one who is blocked, where the room is muted or wants nothing', () => {
    const flag = fc.boolean();
    const addressed = fc.record({
      ...{ isOwn: flag, isMember: flag, isDeleted: flag, isAuthorBlocked: flag, isMuted: flag, isDirect: flag },
      ...{
        isNamed: flag,
        isAnswered: flag,
        isRoomNamed: flag,
        hasKeyword: flag,
        isInThread: flag,
        followsThread: flag,
      },
      level: fc.constantFrom('ALL' as const, 'MENTIONS' as const, 'NOTHING' as const),
    });
    fc.assert(
      fc.property(addressed, (one) => {
        const { isNotified, reason } = notifying(one, NOW);
        expect(isNotified).toBe(!isSilent(reason));
        const isNobodys =
          one.isOwn || !one.isMember || one.isDeleted || one.isAuthorBlocked || one.isMuted || one.level === 'NOTHING';
        if (isNobodys) expect(isNotified).toBe(false);
        else if (one.isDirect || one.isNamed) expect(isNotified).toBe(true);
      }),
    );
  });
});

describe('quiet hours', () => {
  const NIGHT = { from: '22:00', until: '07:00', days: ['FRIDAY'], timeZone: 'Europe/Madrid' } as const;

  it.each([
    ['2026-11-27T20:59:00Z', false],
    ['2026-11-27T21:00:00Z', true],
    ['2026-11-28T05:59:59Z', true],
    ['2026-11-28T06:00:00Z', false],
    ['2026-11-28T22:00:00Z', false],
    // In summer an hour sooner; and over the night in which the clocks go back the hour that comes twice is quiet twice.
    ['2026-07-03T20:00:00Z', true],
    ['2026-07-03T19:59:00Z', false],
  ])('begin on a day where somebody is and end on the next: %s', (at, expected) => {
    expect(isQuietAt(NIGHT, new Date(at))).toBe(expected);
  });

  it('of a whole day last until the same time of the next', () => {
    const day = { from: '08:30', until: '08:30', days: ['SATURDAY'], timeZone: 'Asia/Kathmandu' } as const;
    // 08:30 there is 02:45 in UTC.
    expect(
      ['2026-11-28T02:44:00Z', '2026-11-28T02:45:00Z', '2026-11-29T02:44:00Z', '2026-11-29T02:45:00Z'].map((at) =>
        isQuietAt(day, new Date(at)),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('on no day are never, and on every day around the clock always', () => {
    const times = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('UTC', 'Asia/Karachi', 'America/St_Johns', 'Pacific/Auckland', 'Africa/Casablanca');
    fc.assert(
      fc.property(times, zones, (at, timeZone) => {
        expect(isQuietAt({ from: '00:00', until: '23:59', days: [], timeZone }, at)).toBe(false);
        expect(isQuietAt({ from: '10:00', until: '10:00', days: WEEKDAYS, timeZone }, at)).toBe(true);
        const halves = [
          { from: '09:00', until: '21:00', days: WEEKDAYS, timeZone },
          { from: '21:00', until: '09:00', days: WEEKDAYS, timeZone },
        ];
        expect(halves.filter((half) => isQuietAt(half, at))).toHaveLength(1);
      }),
    );
  });

  it.each(['24:00', '7:00', '07:60', '0700', '', '07:00 '])('are no times: %o', (time) => {
    expect(minutesOf(time)).toBeNaN();
  });
});

describe('a keyword', () => {
  it.each([
    ['At the Partý, ARTS and Árt!', 'art', true],
    ['party arts', 'art', false],
    ['state-of-the-art', 'art', true],
    ['the  Art\nGallery', 'art gallery', true],
    ['art, gallery', 'art gallery', false],
    ['今日は会議です', '会議', true],
    ['회의가 있어요', '회의', true],
    ['we use C++ here', 'c++', true],
    ['Straße', 'STRASSE', true],
    ['#ops is down', '#ops', true],
    ['🎉🎉', '🎉', true],
    ['x9', '9', false],
    ['', 'art', false],
  ])('%o and %o: %o', (text, keyword, expected) => {
    expect(keywordIn(text, [keyword])).toBe(expected ? keyword : null);
  });

  it('is found by its first piece: every text that has it has that piece too', () => {
    const words = fc
      .array(fc.constantFrom('art', 'c++', '会', '議', 'é', ' ', '-', '\n', '9', 'ब', 'ั', '😀', '\u0301', 'ﬁ'), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, words, (before, keyword, after) => {
        const [piece] = piecesOf(foldForSearch(keyword));
        if (piece === undefined || keywordIn(before + keyword + after, [keyword]) === null) return;
        expect(piecesOf(foldForSearch(before + keyword + after))).toContain(piece);
      }),
      { numRuns: 2000 },
    );
  });
});
