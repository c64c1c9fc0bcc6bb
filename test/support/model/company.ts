import { randomUUID } from 'node:crypto';
import { setTimeout as patience } from 'node:timers/promises';
import { expect } from 'vitest';
import { refreshSession, logout } from '../people/accounts.js';
import { feedCursorOf } from '../people/busy-room.js';
import { AnsweredWithErrors } from '../requests/graphql.js';
import { Person, type RoomAnswer } from '../people/person.js';
import { marksUnread, reads, type RoomState, stateOf } from '../people/reading.js';
import { snapshot } from '../feeds/room-view.js';
import { wholeFeed } from '../feeds/whole-feed.js';
import { type Action, type Name, NAMES, type PlaceName, PLACES } from './action.js';
import { ChatModel, type Outcome } from './chat-model.js';
import { ModelFollower } from './model-follower.js';
import type { ModelBadge, ModelEvent } from './model-room.js';

/** A server that can be ended and started again, and perhaps has a clock that can be moved. */
export interface House {
  readonly url: string;
  restart(): Promise<void>;
  isUp(): Promise<void>;
  wait(minutes: number): void;
}

export type Everybody = Readonly<Record<Name, Person>>;

/** Ada, Ben, Cleo and Otto at a real server, and the model beside them: after each action both must say the same. */
export class Company {
  private readonly model = new ChatModel((body) => this.namedIn(body));
  private readonly messages: Record<PlaceName, { id: string }[]> = { hall: [], den: [] };
  private readonly handled = new Map<Name, number>();
  private readonly round = randomUUID();

  private constructor(
    private readonly house: House,
    private readonly people: Everybody,
    private readonly rooms: Readonly<Record<PlaceName, RoomAnswer>>,
    private readonly starts: Readonly<Record<Name, string>>,
    private readonly followers: Readonly<Record<Name, ModelFollower>>,
  ) {}

  static async meets(house: House, people: Everybody): Promise<Company> {
    await Promise.all(NAMES.map((name) => signIn(house, people[name])));
    const starts = await ofEach((name) => feedCursorOf(people[name]));
    const followers = await ofEach((name) => Promise.resolve(new ModelFollower(people[name], starts[name])));
    const hall = await people.ada.creates(`Hall ${randomUUID()}`, PLACES.hall);
    const den = await people.ada.creates(`Den ${randomUUID()}`, PLACES.den);
    return new Company(house, people, { hall, den }, starts, followers);
  }

  /** Does it, and compares the answer with the model's. */
  async takes(action: Action): Promise<void> {
    const meant = 'which' in action ? this.model.meant(action.which) : undefined;
    const wasSignedIn = 'who' in action && this.model.isSignedIn(action.who);
    const expected = this.model.take(this.named(action));
    expect({ action, ...(await this.outcomeOf(action, meant)) }).toEqual({ action, ...shown(expected) });
    if (action.does === 'sign out' && wasSignedIn) this.followers[action.who].cut();
    // A socket ends with its token: other tests say how.
    for (const name of NAMES) if (!this.model.isSignedIn(name)) this.followers[name].cut();
  }

  /** Whatever happened: everybody ends with what a fresh read shows, which is what the model says. */
  async parts(): Promise<void> {
    for (const name of NAMES) {
      if (!this.model.isSignedIn(name)) await this.takes({ does: 'sign in', who: name });
      await this.follow(name, Infinity);
      this.followers[name].cut();
      const feed = await wholeFeed(this.people[name], this.starts[name]);
      const events = feed.flatMap(({ event }) => (event?.room ? { ...event, room: event.room } : []));
      expect({
        name,
        heard: events.map(({ __typename, seq, room }) => `${room.id} ${String(seq)} ${__typename}`),
      }).toEqual({
        name,
        heard: this.model
          .heardBy(name)
          .map(({ place, seq, type }) => `${this.roomOf(place).id} ${String(seq)} ${type}`),
      });
      for (const place of ['hall', 'den'] as const) await this.compareRoom(name, place);
    }
  }

  private async compareRoom(name: Name, place: PlaceName): Promise<void> {
    const room = this.model.rooms[place];
    if (!room.members.has(name)) {
      const { messages } =
        (await this.people[name].asks<{ room: { messages: unknown } | null }>(MESSAGES, { id: this.rooms[place].id }))
          .room ?? {};
      expect({ name, place, messages: messages ?? null }).toEqual({ name, place, messages: null });
      return;
    }
    const badge = badgeIn(await stateOf(this.people[name], this.rooms[place]));
    expect({ name, place, ...badge }).toEqual({ name, place, badge: room.badgeOf(name) });
    const { view } = await snapshot(this.people[name], this.rooms[place]);
    expect(this.followers[name].viewOf(this.rooms[place])).toEqual(view);
    const idOf = (who: Name) => this.people[who].id;
    expect({
      members: Object.values(view.members).map(({ user, role }) => [user.id, role]),
      messages: Object.values(view.messages).map((message) => ({
        number: message.number,
        author: message.author.id,
        body: message.body,
        edited: message.editedAt !== null,
        deleted: message.deletedAt !== null,
      })),
      threads: Object.values(view.messages).flatMap(({ number, startedThread }) =>
        startedThread ? [[number, Object.values(view.threads[startedThread.id] ?? {}).map(({ body }) => body)]] : [],
      ),
    }).toEqual({
      members: [...room.members].map(([who, role]) => [idOf(who), role]),
      messages: room.messages.map((message) => ({ ...message, author: idOf(message.author) })),
      threads: [...room.threads]
        .toSorted(([one], [other]) => one - other)
        .map(([number, thread]) => [number, thread.map(({ body }) => body)]),
    });
  }

  private async outcomeOf(
    action: Action,
    meant: { place: PlaceName; number: number } | undefined,
  ): Promise<ReturnType<typeof shown>> {
    try {
      return await this.perform(this.named(action), meant);
    } catch (error) {
      if (error instanceof AnsweredWithErrors) return { refused: error.errors[0]?.extensions.code };
      throw error;
    }
  }

  private async perform(
    action: Action,
    meant: { place: PlaceName; number: number } | undefined,
  ): Promise<ReturnType<typeof shown>> {
    if (action.does === 'wait') {
      this.house.wait(action.minutes);
      return DONE;
    }
    const person = this.people[action.who];
    const message = (meant && this.messages[meant.place][meant.number - 1]) ?? { id: randomUUID() };
    switch (action.does) {
      case 'send':
        return this.send(person, action);
      case 'restart':
        return this.sendThrough(person, action);
      case 'edit':
        await person.edits(message, action.body);
        return { number: meant?.number };
      case 'delete':
        await person.deletes(message);
        return { number: meant?.number };
      case 'answer beside': {
        const room = this.rooms[meant?.place ?? 'hall'];
        return { number: (await person.says(action.body, room, { threadRootId: message.id })).number };
      }
      case 'read':
        return badgeIn(await reads(person, this.rooms[action.where], this.model.numberAt(action.where, action.at)));
      case 'mark unread':
        return badgeIn(
          await marksUnread(person, this.rooms[action.where], this.model.numberAt(action.where, action.at)),
        );
      case 'join':
        await person.joins(this.rooms[action.where]);
        return DONE;
      case 'leave':
        await person.leaves(this.rooms[action.where]);
        return DONE;
      case 'add':
        await person.adds(this.people[action.whom], this.rooms[action.where]);
        return DONE;
      case 'remove':
        await person.removes(this.people[action.whom], this.rooms[action.where]);
        return DONE;
      case 'make':
        await person.makes(this.people[action.whom], action.role, this.rooms[action.where]);
        return DONE;
      case 'sign in':
        await signIn(this.house, person);
        return DONE;
      case 'refresh':
        return refresh(this.house, person);
      case 'sign out':
        await logout(this.house, person.bearer);
        return DONE;
      case 'follow':
        if (this.model.isSignedIn(action.who)) await this.follow(action.who, action.events);
        return DONE;
      case 'cut':
        this.followers[action.who].cut();
        return DONE;
    }
  }

  private async send(
    person: Person,
    { where, body, nonce }: { where: PlaceName; body: string; nonce?: string },
  ): Promise<ReturnType<typeof shown>> {
    const sent = await person.says(body, this.rooms[where], nonce === undefined ? {} : { nonce });
    this.messages[where][sent.number - 1] = { id: sent.id };
    return { number: sent.number };
  }

  /** The nonce makes it one message, however often it was tried. */
  private async sendThrough(
    person: Person,
    action: { where: PlaceName; body: string; afterMilliseconds: number },
  ): Promise<ReturnType<typeof shown>> {
    const nonce = randomUUID();
    const restarting = patience(action.afterMilliseconds).then(() => this.house.restart());
    try {
      for (;;) {
        try {
          const { where, body } = action;
          return await this.send(person, { where, body, nonce });
        } catch (error) {
          if (error instanceof AnsweredWithErrors && error.errors[0]?.extensions.code !== 'SERVICE_UNAVAILABLE')
            throw error;
          await this.house.isUp();
        }
      }
    } finally {
      await restarting;
      for (const name of NAMES) this.followers[name].cut();
    }
  }

  /** Each event that they handle must be the one that the model says comes next. */
  private async follow(name: Name, most: number): Promise<void> {
    const heard = this.model.heardBy(name);
    for (let left = most; left > 0; left -= 1) {
      const place = this.handled.get(name) ?? 0;
      const expected = heard[place];
      if (!expected) return;
      const { __typename, seq, room, user, message } = await this.followers[name].handlesNext();
      const about = user?.id ?? message?.number;
      expect({ name, type: __typename, seq, room: room?.id, about }).toEqual({ name, ...this.told(expected) });
      this.handled.set(name, place + 1);
    }
  }

  private told({ place, type, seq, about }: ModelEvent) {
    return { type, seq, room: this.roomOf(place).id, about: typeof about === 'number' ? about : this.people[about].id };
  }

  private roomOf(place: string): RoomAnswer {
    return place === 'hall' ? this.rooms.hall : this.rooms.den;
  }

  /** People keep their nonces for good, so each round has its own; and in a body they stand with their usernames. */
  private named(action: Action): Action {
    if (!('body' in action)) return action;
    const body = action.body.replaceAll(/@(ada|ben|cleo|otto)\b/g, (_, name: Name) => `@${this.people[name].username}`);
    return action.does === 'send' && action.nonce !== undefined
      ? { ...action, body, nonce: `${this.round} ${action.nonce}` }
      : { ...action, body };
  }

  /** By a plain look: none of these names is the beginning of another, and what is code here is nothing else. */
  private namedIn(body: string): Name[] {
    return NAMES.filter((name) => !body.startsWith('`') && body.includes(`@${this.people[name].username}`));
  }
}

const MESSAGES = 'query ($id: ID!) { room(id: $id) { messages { nodes { id } } } }';
const DONE: { number?: number | undefined; refused?: string | undefined; badge?: ModelBadge | undefined } = {};

function shown(outcome: Outcome): typeof DONE {
  if ('refused' in outcome) return { refused: outcome.refused };
  if ('badge' in outcome) return outcome;
  return outcome.done ? { number: outcome.done.number } : DONE;
}

function badgeIn(state: RoomState | null): typeof DONE {
  return state ? { badge: badgeOf(state) } : DONE;
}

function badgeOf(state: RoomState): ModelBadge {
  return {
    lastRead: state.lastReadNumber,
    unread: state.unreadCount,
    mentions: state.unreadMentionCount,
    unreadThreads: state.unreadThreadCount,
    threadMentions: state.unreadThreadMentionCount,
  };
}

async function signIn(house: House, person: Person): Promise<void> {
  const { accessToken, refreshToken } = await Person.signsIn(house, person.username);
  Object.assign(person, { accessToken, refreshToken });
}

async function refresh(house: House, person: Person): Promise<typeof DONE> {
  const { answer } = await refreshSession(house, { refreshToken: person.refreshToken });
  const session = answer.data?.refreshSession.session;
  if (!session) return { refused: answer.errors?.[0]?.extensions.code };
  Object.assign(person, session);
  return DONE;
}

async function ofEach<T>(make: (name: Name) => Promise<T>): Promise<Record<Name, T>> {
  const [ada, ben, cleo, otto] = await Promise.all([make('ada'), make('ben'), make('cleo'), make('otto')]);
  return { ada, ben, cleo, otto };
}
