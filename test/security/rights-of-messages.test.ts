import { expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { becomesAdministrator } from '../support/people/invitations.js';
import { REMOVE_PREVIEWS } from '../support/people/link-previews.js';
import { activityOf } from '../support/people/mentions.js';
import {
  ADD_REACTION,
  DELETE,
  EDIT,
  type MessageAnswer,
  Person,
  PIN,
  REMOVE_REACTION,
  type RoomAnswer,
  SAVE,
  SEND,
  UNPIN,
  UNSAVE,
} from '../support/people/person.js';
import { MARK_READ, MARK_UNREAD, PREFER } from '../support/people/reading.js';
import { FOLLOW, follows, MARK_THREAD_READ, MARK_THREAD_UNREAD } from '../support/people/threads.js';
import { columnOf, verdictOn } from '../support/rights/table.js';
import { aServer } from '../support/servers/server.js';

/** What comes of it for those who are in the room: `yes`, it is done or shown; `null`, nothing is shown; otherwise the code of the refusal. */
const INSIDE = `
                              guest      member     author     moderator  owner
  read it                     yes        yes        yes        yes        yes
  read it at its place        yes        yes        yes        yes        yes
  read its thread             yes        yes        yes        yes        yes
  edit it                     FORBIDDEN  FORBIDDEN  yes        FORBIDDEN  FORBIDDEN
  delete it                   FORBIDDEN  FORBIDDEN  yes        yes        yes
  answer it                   yes        yes        yes        yes        yes
  reply in its thread         yes        yes        yes        yes        yes
  react to it                 yes        yes        yes        yes        yes
  take a reaction back        yes        yes        yes        yes        yes
  pin it                      yes        yes        yes        yes        yes
  unpin it                    yes        yes        yes        yes        yes
  remove its link previews    FORBIDDEN  FORBIDDEN  yes        yes        yes
  save it                     yes        yes        yes        yes        yes
  unsave it                   yes        yes        yes        yes        yes
  follow its thread           yes        yes        yes        yes        yes
  unfollow its thread         yes        yes        yes        yes        yes
  read up to it               yes        yes        yes        yes        yes
  mark it unread              yes        yes        yes        yes        yes
  mark its thread read        yes        yes        yes        yes        yes
  mark its thread unread      yes        yes        yes        yes        yes
  mute the room               yes        yes        yes        yes        yes
  find it in one's activity   yes        yes        null       yes        yes
  find its thread in a list   yes        yes        yes        yes        yes
  find it among the saved     yes        yes        yes        yes        yes
`;

/** The same of a deleted one: nothing is added to it any more, and what was added can be taken back. */
const INSIDE_OF_DELETED = `
                              guest      member     author     moderator  owner
  read it                     yes        yes        yes        yes        yes
  read it at its place        yes        yes        yes        yes        yes
  read its thread             yes        yes        yes        yes        yes
  edit it                     FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  delete it                   FORBIDDEN  FORBIDDEN  yes        yes        yes
  answer it                   yes        yes        yes        yes        yes
  reply in its thread         yes        yes        yes        yes        yes
  react to it                 FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  take a reaction back        yes        yes        yes        yes        yes
  pin it                      FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  unpin it                    yes        yes        yes        yes        yes
  remove its link previews    FORBIDDEN  FORBIDDEN  yes        yes        yes
  save it                     FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN  FORBIDDEN
  unsave it                   yes        yes        yes        yes        yes
  follow its thread           yes        yes        yes        yes        yes
  unfollow its thread         yes        yes        yes        yes        yes
  read up to it               yes        yes        yes        yes        yes
  mark it unread              yes        yes        yes        yes        yes
  mark its thread read        yes        yes        yes        yes        yes
  mark its thread unread      yes        yes        yes        yes        yes
  mute the room               yes        yes        yes        yes        yes
  find it in one's activity   null       null       null       null       null
  find its thread in a list   yes        yes        yes        yes        yes
  find it among the saved     yes        yes        yes        yes        yes
`;

/** The same for everybody who is not in the room, whoever they are or were, and whether it was deleted or not: they do not learn that either. */
const OUTSIDE = `
                              PUBLIC     PRIVATE
  read it                     null       null
  read it at its place        null       null
  read its thread             null       null
  edit it                     NOT_FOUND  NOT_FOUND
  delete it                   NOT_FOUND  NOT_FOUND
  answer it                   FORBIDDEN  NOT_FOUND
  reply in its thread         FORBIDDEN  NOT_FOUND
  react to it                 NOT_FOUND  NOT_FOUND
  take a reaction back        NOT_FOUND  NOT_FOUND
  pin it                      NOT_FOUND  NOT_FOUND
  unpin it                    NOT_FOUND  NOT_FOUND
  remove its link previews    NOT_FOUND  NOT_FOUND
  save it                     NOT_FOUND  NOT_FOUND
  unsave it                   null       null
  follow its thread           NOT_FOUND  NOT_FOUND
  unfollow its thread         NOT_FOUND  NOT_FOUND
  read up to it               FORBIDDEN  NOT_FOUND
  mark it unread              FORBIDDEN  NOT_FOUND
  mark its thread read        FORBIDDEN  NOT_FOUND
  mark its thread unread      FORBIDDEN  NOT_FOUND
  mute the room               FORBIDDEN  NOT_FOUND
  find it in one's activity   null       null
  find its thread in a list   null       null
  find it among the saved     null       null
`;

const ROLES = [
  ...(['guest', 'member', 'author', 'moderator', 'owner'] as const),
  // Who was never there, and who has left; one of them has written what it is about. The administrator is the server's.
  ...(['outsider', 'administrator', 'former member', 'former author'] as const),
] as const;
type Role = (typeof ROLES)[number];

/** In the room's own timeline, or in a thread of it. */
type Kind = 'message' | 'reply';
/** A room, and in it a message with a thread around it: the one that hangs on it, or that it stands in. */
interface Place {
  readonly room: RoomAnswer;
  readonly kind: Kind;
  readonly message: MessageAnswer;
  readonly thread: { readonly id: string };
}

interface Verb {
  /** What they did beforehand, as long as they could. */
  readonly before?: (who: Person, place: Place) => Promise<unknown>;
  readonly does: (who: Person, place: Place) => Promise<string>;
}

const THUMB = '\u{1F44D}';
const READ = 'query ($id: ID!) { message(id: $id) { id } }';
const READ_AT_PLACE =
  'query ($id: ID!, $number: Int!) { room(id: $id) { messagesAround(number: $number) { nodes { id } } } }';
const READ_IN_THREAD =
  'query ($id: ID!, $number: Int!) { thread(id: $id) { messagesAround(number: $number) { nodes { id } } } }';
const READ_THREAD = 'query ($id: ID!) { thread(id: $id) { root { id } messages { nodes { id } } } }';
const LISTS = {
  threads:
    'query ($after: Cursor) { viewer { list: threads(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
  saved:
    'query ($after: Cursor) { viewer { list: savedMessages(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
} as const;

const VERBS: Readonly<Record<string, Verb>> = {
  'read it': { does: asking(READ, aboutMessage) },
  'read it at its place': {
    does: (who, place) =>
      place.kind === 'message'
        ? asking(READ_AT_PLACE, ({ room, message }) => ({ id: room.id, number: message.number }))(who, place)
        : asking(READ_IN_THREAD, ({ thread, message }) => ({ id: thread.id, number: message.number }))(who, place),
  },
  'read its thread': { does: asking(READ_THREAD, aboutThread) },
  'edit it': { does: asking(EDIT, (place) => ({ ...aboutMessage(place), body: 'Said otherwise' })) },
  'delete it': { does: asking(DELETE, aboutMessage) },
  'answer it': {
    does: asking(SEND, ({ room, message, thread, kind }) => ({
      input: {
        ...{ roomId: room.id, body: 'An answer', replyToId: message.id },
        threadRootId: kind === 'reply' ? thread.id : null,
      },
    })),
  },
  'reply in its thread': {
    does: asking(SEND, ({ room, thread }) => ({
      input: { roomId: room.id, body: 'A reply', threadRootId: thread.id },
    })),
  },
  'react to it': { does: asking(ADD_REACTION, withEmoji) },
  'take a reaction back': {
    before: (who, { message }) => who.reacts(THUMB, message),
    does: asking(REMOVE_REACTION, withEmoji),
  },
  'pin it': { does: asking(PIN, aboutMessage) },
  'unpin it': { before: (who, { message }) => who.pins(message), does: asking(UNPIN, aboutMessage) },
  'remove its link previews': { does: asking(REMOVE_PREVIEWS, aboutMessage) },
  'save it': { does: asking(SAVE, aboutMessage) },
  'unsave it': { before: saves, does: asking(UNSAVE, aboutMessage) },
  'follow its thread': { does: asking(FOLLOW, (place) => ({ ...aboutThread(place), follows: true })) },
  'unfollow its thread': {
    before: followsIt,
    does: asking(FOLLOW, (place) => ({ ...aboutThread(place), follows: false })),
  },
  'read up to it': { does: asking(MARK_READ, placeInRoom) },
  'mark it unread': { does: asking(MARK_UNREAD, placeInRoom) },
  'mark its thread read': { does: asking(MARK_THREAD_READ, placeInThread) },
  'mark its thread unread': { does: asking(MARK_THREAD_UNREAD, placeInThread) },
  'mute the room': { does: asking(PREFER, ({ room }) => ({ input: { roomId: room.id, isMuted: true } })) },
  "find it in one's activity": { does: async (who, { message }) => found(await activityOf(who, 100), message) },
  'find its thread in a list': {
    before: followsIt,
    does: async (who, { thread }) => found(await allOf(who, LISTS.threads), thread),
  },
  'find it among the saved': {
    before: saves,
    does: async (who, { message }) => found(await allOf(who, LISTS.saved), message),
  },
};

const server = await aServer();
const administrator = await Person.registers(server, 'ida');
await becomesAdministrator(administrator, server);

it.each([
  ['PUBLIC', 'message'],
  ['PUBLIC', 'reply'],
  ['PRIVATE', 'message'],
] as const)('in a %s room each has the rights of the table on a %s, deleted or not', async (visibility, kind) => {
  const house = await House.of(visibility);
  const live = await house.places(kind);
  const deleted = await house.places(kind);
  await Promise.all(deleted.map(({ place, author }) => author.deletes(place.message)));
  await house.othersLeave();
  for (const role of ROLES) {
    const [ofLive, ofDeleted, column] = house.isIn(role)
      ? [INSIDE, INSIDE_OF_DELETED, role]
      : [OUTSIDE, OUTSIDE, visibility];
    expect([role, await verdicts(live, role)]).toEqual([role, columnOf(ofLive, column)]);
    expect([role, await verdicts(deleted, role)]).toEqual([role, columnOf(ofDeleted, column)]);
  }
});

/** A message of its own for each cell, so that no verb meets what another one has done. */
interface Cell {
  readonly verb: string;
  readonly role: Role;
  readonly who: Person;
  readonly author: Person;
  readonly place: Place;
}

/** A room with everybody of the tables. */
class House {
  private static opened = 0;

  private constructor(
    private readonly people: Readonly<Record<Role, Person>>,
    private readonly room: RoomAnswer,
    private readonly members: Set<Role>,
  ) {}

  static async of(visibility: 'PUBLIC' | 'PRIVATE'): Promise<House> {
    House.opened += 1;
    const registers = (name: string): Promise<Person> => Person.registers(server, `${name}.${String(House.opened)}`);
    const people = {
      guest: await Person.entersAsGuest(server, aName()),
      member: await registers('ben'),
      author: await registers('cleo'),
      moderator: await registers('dora'),
      owner: await registers('ada'),
      outsider: await registers('otto'),
      'former member': await registers('emil'),
      'former author': await registers('fay'),
      administrator,
    };
    // No guest may be in a private room.
    const strangers: readonly Role[] = [
      'outsider',
      'administrator',
      ...(visibility === 'PRIVATE' ? (['guest'] as const) : []),
    ];
    const members = new Set(ROLES.filter((role) => !strangers.includes(role)));
    const room = await people.owner.creates(`Rights ${String(House.opened)}`, visibility);
    for (const role of members) if (role !== 'owner') await people.owner.adds(people[role], room);
    await people.owner.makes(people.moderator, 'MODERATOR', room);
    return new House(people, room, members);
  }

  isIn(role: Role): boolean {
    return this.members.has(role);
  }

  /** For each cell a message, with what its verb needs beforehand done to it. */
  async places(kind: Kind): Promise<Cell[]> {
    const cells: Cell[] = [];
    for (const [verb, { before }] of Object.entries(VERBS)) {
      const row = ROLES.map(async (role): Promise<Cell> => {
        const who = this.people[role];
        const author = role === 'former author' ? who : this.people.author;
        const place = await this.place(kind, author, verb.includes('activity') ? `@${who.username}` : 'Said');
        if (before && this.isIn(role)) await before(who, place);
        return { verb, role, who, author, place };
      });
      cells.push(...(await Promise.all(row)));
    }
    return cells;
  }

  async othersLeave(): Promise<void> {
    for (const role of ['former member', 'former author'] as const) {
      await this.people[role].leaves(this.room);
      this.members.delete(role);
    }
  }

  private async place(kind: Kind, author: Person, body: string): Promise<Place> {
    const { room } = this;
    const root = await author.says(kind === 'message' ? body : 'The root', room);
    const reply = await author.says(kind === 'reply' ? body : 'A reply', room, { threadRootId: root.id });
    return { room, kind, message: kind === 'message' ? root : reply, thread: { id: root.id } };
  }
}

/** What came of each verb for one of them. */
async function verdicts(cells: readonly Cell[], role: Role): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const cell of cells)
    if (cell.role === role) found[cell.verb] = (await VERBS[cell.verb]?.does(cell.who, cell.place)) ?? 'no such verb';
  return found;
}

function asking(
  query: string,
  variables: (place: Place) => Record<string, unknown>,
): (who: Person, place: Place) => Promise<string> {
  return (who, place) => verdictOn(server, who, query, variables(place));
}

function aboutMessage({ message }: Place) {
  return { id: message.id };
}

function aboutThread({ thread }: Place) {
  return { id: thread.id };
}

function withEmoji({ message }: Place) {
  return { id: message.id, emoji: THUMB };
}

function placeInRoom({ room, kind, message }: Place) {
  return { id: room.id, number: kind === 'message' ? message.number : 1 };
}

function placeInThread({ room, kind, message, thread }: Place) {
  return { id: room.id, thread: thread.id, number: kind === 'reply' ? message.number : 1 };
}

function saves(who: Person, { message }: Place): Promise<void> {
  return who.saves(message);
}

function followsIt(who: Person, { thread }: Place): Promise<unknown> {
  return follows(who, thread, true);
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What a list of one's own holds, page by page. */
async function allOf(who: Person, query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { viewer }: { viewer: { list: Page } } = await who.asks(query, { after });
    ids.push(...viewer.list.nodes.map(({ id }) => id));
    if (!viewer.list.pageInfo.hasNextPage) return ids;
    after = viewer.list.pageInfo.endCursor;
  }
}

function found(ids: readonly string[], { id }: { readonly id: string }): string {
  return ids.includes(id) ? 'yes' : 'null';
}
