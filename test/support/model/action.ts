import fc from 'fast-check';

export const NAMES = ['ada', 'ben', 'cleo', 'otto'] as const;
export type Name = (typeof NAMES)[number];

/** One that everybody may join, one that does not exist for those who are not in it, and a conversation of Ada, Ben and Cleo. All are Ada's at first. */
export const PLACES = { hall: 'PUBLIC', den: 'PRIVATE', desk: 'DIRECT' } as const;
export type PlaceName = keyof typeof PLACES;
export const PLACE_NAMES = ['hall', 'den', 'desk'] as const satisfies readonly PlaceName[];

/** Whom the desk is for. */
export const AT_THE_DESK = ['ada', 'ben', 'cleo'] as const satisfies readonly Name[];

export const ROLES = ['OWNER', 'MODERATOR', 'MEMBER'] as const;
export type Role = (typeof ROLES)[number];

export const EMOJI = ['\u{1F44D}', '\u2764\uFE0F', '\u{1F375}'] as const;

/** What may be asked for again until there is an answer, and is done once. */
export type Repeatable =
  | { readonly does: 'edit'; readonly who: Name; readonly which: number; readonly body: string }
  | { readonly does: 'delete'; readonly who: Name; readonly which: number }
  | ({ readonly does: 'react' | 'take back'; readonly emoji: string } & Marking)
  | ({ readonly does: 'pin' | 'unpin' | 'save' } & Marking)
  | ({ readonly does: 'unsave' } & Marking)
  /** The thread of a message, or the one that it stands in. */
  | ({ readonly does: 'follow thread' | 'unfollow thread' } & Marking)
  /** The place, counted round the messages of the thread of a message, or of the one that it stands in. */
  | ({ readonly does: 'read thread' | 'mark thread unread'; readonly at: number } & Marking);

/** What somebody does to somebody else in a room. */
export type Governing = 'add' | 'remove' | 'ban' | 'unban';

interface Marking {
  readonly who: Name;
  readonly which: number;
  /** Asked for two times at once. */
  readonly twice: boolean;
}

/** What somebody tries, or what befalls the server. Plain data, so that it can be written down and done again. */
export type Action =
  | Repeatable
  | {
      readonly does: 'send';
      readonly who: Name;
      readonly where: PlaceName;
      readonly body: string;
      readonly nonce?: string;
    }
  /** Into the thread of a message. */
  | { readonly does: 'answer beside'; readonly who: Name; readonly which: number; readonly body: string }
  | { readonly does: 'join' | 'leave'; readonly who: Name; readonly where: PlaceName }
  | { readonly does: Governing; readonly who: Name; readonly whom: Name; readonly where: PlaceName }
  /** A link into the room, in the place of the last one; so many may follow it. */
  | { readonly does: 'invite'; readonly who: Name; readonly where: PlaceName; readonly uses: number }
  | { readonly does: 'follow link'; readonly who: Name; readonly where: PlaceName }
  | { readonly does: 'block' | 'unblock'; readonly who: Name; readonly whom: Name }
  | { readonly does: 'archive' | 'unarchive' | 'delete room'; readonly who: Name; readonly where: PlaceName }
  /** For good: chance never does it, for the same people meet again. */
  | { readonly does: 'delete account'; readonly who: Name; readonly withMessages: boolean }
  | { readonly does: 'make'; readonly who: Name; readonly whom: Name; readonly where: PlaceName; readonly role: Role }
  /** The place, counted round the messages that there are: as read up to there, or as unread from there on. */
  | { readonly does: 'read' | 'mark unread'; readonly who: Name; readonly where: PlaceName; readonly at: number }
  | { readonly does: 'refresh' | 'sign in' | 'sign out' | 'cut'; readonly who: Name }
  /** Handles so many of the events that wait for them. */
  | { readonly does: 'follow'; readonly who: Name; readonly events: number }
  | { readonly does: 'wait'; readonly minutes: number }
  /** The server ends while somebody changes something, who tries again until there is an answer. */
  | { readonly does: 'restart amid'; readonly amid: Repeatable; readonly afterMilliseconds: number }
  /** The same while somebody sends, who tries again until there is an answer. */
  | {
      readonly does: 'restart';
      readonly who: Name;
      readonly where: PlaceName;
      readonly body: string;
      readonly afterMilliseconds: number;
    };

/** How it begins, so that most have a place where they may do something. */
export const PRELUDE: readonly Action[] = [
  { does: 'join', who: 'ben', where: 'hall' },
  { does: 'join', who: 'cleo', where: 'hall' },
  { does: 'add', who: 'ada', whom: 'ben', where: 'den' },
];

const who = fc.constantFrom(...NAMES);
const whom = who;
const where = fc.constantFrom<PlaceName>('hall', 'hall', 'den', 'desk');
const which = fc.nat(11);
/** `@ada` stands for her username. */
const body = fc.constantFrom(
  ...['Good morning', 'Where is everybody?', '<b>茶</b> \u{1F375}', 'And then?'],
  ...['@ada?', 'Ask @ben or @otto', '`@cleo`'],
);
const MINUTES_OF_DAYS = 24 * 60;

const does = <D extends Action['does']>(...names: D[]) => fc.constantFrom(...names);
const nonce = fc.constantFrom('a', 'b');
const emoji = fc.constantFrom(...EMOJI);
const marking = { who, which, twice: fc.boolean() };
const afterMilliseconds = fc.nat(8);

const repeatable: fc.Arbitrary<Repeatable> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: does('edit'), who, which, body }) },
  { weight: 2, arbitrary: fc.record({ does: does('delete'), who, which }) },
  { weight: 8, arbitrary: fc.record({ does: does('react', 'react', 'take back'), emoji, ...marking }) },
  { weight: 4, arbitrary: fc.record({ does: does('pin', 'pin', 'unpin'), ...marking }) },
  { weight: 4, arbitrary: fc.record({ does: does('save', 'save', 'unsave'), ...marking }) },
  { weight: 3, arbitrary: fc.record({ does: does('follow thread', 'unfollow thread'), ...marking }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: does('read thread', 'read thread', 'mark thread unread'), at: fc.nat(5), ...marking }),
  },
);

export interface Circumstances {
  /** Whether the clock can be moved. */
  readonly clock: boolean;
}

export function anyAction({ clock }: Circumstances): fc.Arbitrary<Action> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: does('send'), who, where, body }) },
    { weight: 6, arbitrary: fc.record({ does: does('send'), who, where, body, nonce }) },
    { weight: 26, arbitrary: repeatable },
    { weight: 6, arbitrary: fc.record({ does: does('answer beside'), who, which, body }) },
    { weight: 5, arbitrary: fc.record({ does: does('read', 'read', 'mark unread'), who, where, at: fc.nat(9) }) },
    { weight: 6, arbitrary: fc.record({ does: does('join', 'join', 'leave'), who, where }) },
    { weight: 5, arbitrary: fc.record({ does: does('add', 'add', 'remove'), who, whom, where }) },
    { weight: 4, arbitrary: fc.record({ does: does('ban', 'unban', 'unban'), who, whom, where }) },
    { weight: 3, arbitrary: fc.record({ does: does('block', 'unblock', 'unblock'), who, whom }) },
    { weight: 3, arbitrary: fc.record({ does: does('archive', 'unarchive', 'unarchive'), who, where }) },
    { weight: 2, arbitrary: fc.record({ does: does('invite'), who, where, uses: fc.integer({ min: 1, max: 2 }) }) },
    { weight: 4, arbitrary: fc.record({ does: does('follow link'), who, where }) },
    // Seldom: nothing happens there any more.
    { weight: 1, arbitrary: fc.record({ does: does('delete room'), who, where }) },
    { weight: 3, arbitrary: fc.record({ does: does('make'), who, whom, where, role: fc.constantFrom(...ROLES) }) },
    { weight: 6, arbitrary: fc.record({ does: does('follow'), who, events: fc.integer({ min: 1, max: 6 }) }) },
    { weight: 3, arbitrary: fc.record({ does: does('cut'), who }) },
    { weight: 3, arbitrary: fc.record({ does: does('refresh', 'refresh', 'sign in', 'sign out'), who }) },
    { weight: 1, arbitrary: fc.record({ does: does('restart'), who, where, body, afterMilliseconds }) },
    { weight: 2, arbitrary: fc.record({ does: does('restart amid'), amid: repeatable, afterMilliseconds }) },
    // Never near to the moment at which something runs out: 15 minutes, 30 days.
    {
      weight: clock ? 2 : 0,
      arbitrary: fc.record({ does: does('wait'), minutes: fc.constantFrom(8, 8, 16, 16 * MINUTES_OF_DAYS) }),
    },
  );
}
