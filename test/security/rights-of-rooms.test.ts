import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { blocks, opensDirect } from '../support/people/direct-rooms.js';
import { ACCEPT, becomesAdministrator, INVITE, invites } from '../support/people/invitations.js';
import { ARCHIVE, archives, BAN, bans, DELETE_ROOM, UNARCHIVE, UNBAN } from '../support/people/looking-after.js';
import { ADD, JOIN, LEAVE, Person, REMOVE, type RoomAnswer, SEND, SET_ROLE, UPDATE } from '../support/people/person.js';
import { REPORT_MESSAGE } from '../support/people/reports.js';
import { columnOf, verdictOn } from '../support/rights/table.js';
import { aServer } from '../support/servers/server.js';

/** What comes of it: `yes`, it is done or shown; `null`, nothing is shown; otherwise the code of the refusal. Whoever is in it already joins without an error, and leaving a room twice is none. */
const TABLES = {
  /** One that everybody may join and write in. */
  PUBLIC: `
                                     guest      member     moderator  owner      outsider   banned     administrator
  see it                             yes        yes        yes        yes        yes        yes        yes
  read what is said there            yes        yes        yes        yes        null       null       null
  see who is in it                   yes        yes        yes        yes        null       null       null
  join it                            yes        yes        yes        yes        yes        FORBIDDEN  yes
  leave it                           yes        yes        yes        yes        yes        yes        yes
  say something                      yes        yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  type                               yes        yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  report a message there             yes        yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  add somebody                       yes        yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  remove somebody                    FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  ban somebody                       FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  lift a ban                         FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  see who is banned                  null       null       yes        yes        null       null       null
  make a moderator                   FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  hand it on                         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  rename it                          FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change its topic                   FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change who sees it                 FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change who may post                FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  slow it down                       FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change how long messages are kept  FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  archive it                         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  take it out of the archive         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  delete it                          FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  invite                             FORBIDDEN  yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  follow an invitation               yes        yes        yes        yes        yes        FORBIDDEN  yes
  see its invitations                null       yes        yes        yes        null       null       null
`,
  /** One in which only its moderators write. */
  QUIET: `
                                     guest      member     moderator  owner      outsider   banned     administrator
  see it                             yes        yes        yes        yes        yes        yes        yes
  read what is said there            yes        yes        yes        yes        null       null       null
  see who is in it                   yes        yes        yes        yes        null       null       null
  join it                            yes        yes        yes        yes        yes        FORBIDDEN  yes
  leave it                           yes        yes        yes        yes        yes        yes        yes
  say something                      FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  type                               FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  report a message there             yes        yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  add somebody                       yes        yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  remove somebody                    FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  ban somebody                       FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  lift a ban                         FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  see who is banned                  null       null       yes        yes        null       null       null
  make a moderator                   FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  hand it on                         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  rename it                          FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change its topic                   FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change who sees it                 FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change who may post                FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  slow it down                       FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change how long messages are kept  FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  archive it                         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  take it out of the archive         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  delete it                          FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  invite                             FORBIDDEN  yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  follow an invitation               yes        yes        yes        yes        yes        FORBIDDEN  yes
  see its invitations                null       yes        yes        yes        null       null       null
`,
  /** A public one that can only be read. */
  ARCHIVED: `
                                     guest      member     moderator  owner      outsider   banned     administrator
  see it                             yes        yes        yes        yes        yes        yes        yes
  read what is said there            yes        yes        yes        yes        null       null       null
  see who is in it                   yes        yes        yes        yes        null       null       null
  join it                            yes        yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  leave it                           yes        yes        yes        yes        yes        yes        yes
  say something                      FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  type                               FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  report a message there             yes        yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  add somebody                       FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  remove somebody                    FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  ban somebody                       FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  lift a ban                         FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  see who is banned                  null       null       yes        yes        null       null       null
  make a moderator                   FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  hand it on                         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  rename it                          FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change its topic                   FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change who sees it                 FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change who may post                FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  slow it down                       FORBIDDEN  FORBIDDEN  yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  change how long messages are kept  FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  archive it                         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  take it out of the archive         FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  delete it                          FORBIDDEN  FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  invite                             FORBIDDEN  yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  follow an invitation               yes        yes        yes        yes        FORBIDDEN  FORBIDDEN  FORBIDDEN
  see its invitations                null       yes        yes        yes        null       null       null
`,
  /** One that does not exist for those who are not in it. */
  PRIVATE: `
                                     member     moderator  owner      outsider   banned     administrator
  see it                             yes        yes        yes        null       null       null
  read what is said there            yes        yes        yes        null       null       null
  see who is in it                   yes        yes        yes        null       null       null
  join it                            yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  leave it                           null       null       null       null       null       null
  say something                      yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  type                               yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  report a message there             yes        yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  add somebody                       FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  remove somebody                    FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  ban somebody                       FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  lift a ban                         FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  see who is banned                  null       yes        yes        null       null       null
  make a moderator                   FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  hand it on                         FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  rename it                          FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  change its topic                   FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  change who sees it                 FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  change who may post                FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  slow it down                       FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  change how long messages are kept  FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  archive it                         FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  take it out of the archive         FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  delete it                          FORBIDDEN  FORBIDDEN  yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  invite                             FORBIDDEN  yes        yes        NOT_FOUND  NOT_FOUND  NOT_FOUND
  follow an invitation               yes        yes        yes        yes        FORBIDDEN  yes
  see its invitations                null       yes        yes        null       null       null
`,
  /** One of certain people, of whom another one may block somebody: it stays as it was opened, and is nobody's to look after. There are no invitations. */
  DIRECT: `
                                     member     blocked    outsider   administrator
  see it                             yes        yes        null       null
  read what is said there            yes        yes        null       null
  see who is in it                   yes        yes        null       null
  join it                            yes        yes        NOT_FOUND  NOT_FOUND
  leave it                           FORBIDDEN  FORBIDDEN  null       null
  say something                      yes        yes        NOT_FOUND  NOT_FOUND
  type                               yes        yes        NOT_FOUND  NOT_FOUND
  report a message there             yes        yes        NOT_FOUND  NOT_FOUND
  add somebody                       FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  remove somebody                    FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  ban somebody                       FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  lift a ban                         FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  see who is banned                  null       null       null       null
  make a moderator                   FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  hand it on                         FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  rename it                          FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  change its topic                   FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  change who sees it                 FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  change who may post                FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  slow it down                       FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  change how long messages are kept  FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  archive it                         FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  take it out of the archive         FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  delete it                          FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  invite                             FORBIDDEN  FORBIDDEN  NOT_FOUND  NOT_FOUND
  follow an invitation               NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND
  see its invitations                null       null       null       null
`,
} as const;

const KINDS = ['PUBLIC', 'QUIET', 'ARCHIVED', 'PRIVATE', 'DIRECT'] as const;
type Kind = (typeof KINDS)[number];
const ROLES = ['guest', 'member', 'moderator', 'owner', 'outsider', 'banned', 'blocked', 'administrator'] as const;
type Role = (typeof ROLES)[number];
const DIRECT_ROLES: ReadonlySet<Role> = new Set(['member', 'blocked', 'outsider', 'administrator']);

/** A room, somebody in it whom a verb is about, somebody who is not in it, and what was made there beforehand. */
interface Place {
  readonly room: RoomAnswer;
  readonly kind: Kind;
  readonly other: Person;
  readonly stranger: Person;
  readonly code: string;
  /** Somebody else's. */
  readonly message: { readonly id: string };
}

interface Verb {
  readonly query: string;
  readonly about: (place: Place) => Record<string, unknown>;
  /** What the owner did beforehand. */
  readonly before?: (owner: Person, place: Place) => Promise<unknown>;
}

const room = ({ room: { id } }: Place) => ({ id });
const updating = (settings: object): Verb => ({
  query: UPDATE,
  about: (place) => ({ input: { roomId: place.room.id, ...settings } }),
});

const VERBS: Readonly<Record<string, Verb>> = {
  'see it': { query: 'query ($id: ID!) { room(id: $id) { id name } }', about: room },
  'read what is said there': {
    query: 'query ($id: ID!) { room(id: $id) { messages(last: 5) { nodes { body } } } }',
    about: room,
  },
  'see who is in it': {
    query: 'query ($id: ID!) { room(id: $id) { members(first: 5) { nodes { role } } } }',
    about: room,
  },
  'join it': { query: JOIN, about: room },
  'leave it': { query: LEAVE, about: room },
  'say something': { query: SEND, about: (place) => ({ input: { roomId: place.room.id, body: 'Said' } }) },
  type: {
    query: 'mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }',
    about: room,
  },
  'report a message there': {
    query: REPORT_MESSAGE,
    about: ({ message: { id } }) => ({ id, reason: 'Unkind' }),
  },
  'add somebody': { query: ADD, about: ({ room: { id }, stranger }) => ({ id, user: stranger.id }) },
  'remove somebody': { query: REMOVE, about: aboutOther },
  'ban somebody': { query: BAN, about: aboutOther },
  'lift a ban': { query: UNBAN, about: aboutOther, before: (owner, { other, room: it }) => bans(owner, other, it) },
  'see who is banned': {
    query: 'query ($id: ID!) { room(id: $id) { bans(first: 5) { nodes { reason } } } }',
    about: room,
  },
  'make a moderator': { query: SET_ROLE, about: (place) => ({ ...aboutOther(place), role: 'MODERATOR' }) },
  'hand it on': { query: SET_ROLE, about: (place) => ({ ...aboutOther(place), role: 'OWNER' }) },
  'rename it': {
    query: UPDATE,
    about: ({ room: { id } }) => ({ input: { roomId: id, name: `Renamed ${randomUUID()}` } }),
  },
  'change its topic': updating({ topic: 'Another' }),
  'change who sees it': {
    query: UPDATE,
    about: ({ room: { id }, kind }) => ({
      input: { roomId: id, visibility: kind === 'PRIVATE' ? 'PUBLIC' : 'PRIVATE' },
    }),
  },
  'change who may post': updating({ posting: 'MODERATORS' }),
  'slow it down': updating({ slowModeSeconds: 30 }),
  'change how long messages are kept': updating({ keepMessagesDays: 30 }),
  'archive it': { query: ARCHIVE, about: room },
  'take it out of the archive': { query: UNARCHIVE, about: room },
  'delete it': { query: DELETE_ROOM, about: ({ room: { id, name } }) => ({ id, name }) },
  invite: { query: INVITE, about: ({ room: { id } }) => ({ input: { roomId: id } }) },
  'follow an invitation': { query: ACCEPT, about: ({ code }) => ({ code }) },
  'see its invitations': { query: 'query ($id: ID!) { room(id: $id) { invitations { id } } }', about: room },
};

const server = await aServer();
const people: Readonly<Record<Role, Person>> = {
  guest: await Person.entersAsGuest(server, aName()),
  member: await Person.registers(server, 'ben'),
  moderator: await Person.registers(server, 'dora'),
  owner: await Person.registers(server, 'ada'),
  outsider: await Person.registers(server, 'otto'),
  banned: await Person.registers(server, 'emil'),
  blocked: await Person.registers(server, 'gil'),
  administrator: await Person.registers(server, 'ida'),
};
const other = await Person.registers(server, 'cleo');
const stranger = await Person.registers(server, 'fay');
await becomesAdministrator(people.administrator, server);
await blocks(other, people.blocked);

it.each(KINDS)('in a room that is %s each has the rights of its table', async (kind) => {
  for (const role of ROLES.filter((one) => canBe(one, kind))) {
    const expected = columnOf(TABLES[kind], role);
    expect([role, await verdicts(kind, role, expected)]).toEqual([role, expected]);
  }
});

/** No guest is ever in a private room. A direct one has neither roles nor bans, and only there it matters whom somebody blocks. */
function canBe(role: Role, kind: Kind): boolean {
  if (kind === 'DIRECT') return DIRECT_ROLES.has(role);
  return role !== 'blocked' && !(role === 'guest' && kind === 'PRIVATE');
}

/** What comes of each verb for one of them. What is to be done has a room of its own, so that no verb meets what another one has done. */
async function verdicts(kind: Kind, role: Role, expected: Record<string, string>): Promise<Record<string, string>> {
  const shared = await aPlace(kind, role);
  const found = Object.entries(VERBS).map(async ([verb, { query, about, before }]) => {
    const changes = query.startsWith('mutation') && ['yes', 'null'].includes(expected[verb] ?? '');
    const place = changes || before ? await aPlace(kind, role, before) : shared;
    return [verb, await verdictOn(server, people[role], query, about(place))] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

async function aPlace(kind: Kind, role: Role, before?: Verb['before']): Promise<Place> {
  if (kind === 'DIRECT') return aDirectPlace(role);
  const { owner } = people;
  const room = await owner.creates(`Room ${randomUUID()}`, kind === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC');
  await owner.adds(other, room);
  const message = await other.says('Hello', room);
  const who = people[role];
  if (role === 'guest' || role === 'member' || role === 'moderator' || role === 'banned') await owner.adds(who, room);
  if (role === 'moderator') await owner.makes(who, 'MODERATOR', room);
  if (role === 'banned') await bans(owner, who, room);
  if (kind === 'QUIET') await owner.updates(room, { posting: 'MODERATORS' });
  const place = { room, kind, other, stranger, code: (await invites(owner, room)).code, message };
  await before?.(owner, place);
  if (kind === 'ARCHIVED') await archives(owner, room);
  return place;
}

/** Of Cleo and one of its people, whom she may block: she opens it herself. Of her and Ada where it is about somebody else. */
async function aDirectPlace(role: Role): Promise<Place> {
  const someone = role === 'member' || role === 'blocked' ? people[role] : people.owner;
  const room = await opensDirect(other, [someone]);
  const message = await other.says('Hello', room);
  return { room, kind: 'DIRECT', other, stranger, code: '', message };
}

function aboutOther({ room: { id }, other: { id: user } }: Place) {
  return { id, user };
}
