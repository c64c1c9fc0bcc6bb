import { randomUUID } from 'node:crypto';
import { setTimeout as patience } from 'node:timers/promises';
import { expect } from 'vitest';
import { logout } from '../people/accounts.js';
import { deletesAccount } from '../people/account-deletion.js';
import { accepts, invites } from '../people/invitations.js';
import { feedCursorOf } from '../people/busy-room.js';
import { AnsweredWithErrors } from '../requests/graphql.js';
import { blocks, opensDirect, unblocks } from '../people/direct-rooms.js';
import { Person, type RoomAnswer } from '../people/person.js';
import { marksUnread, reads, stateOf } from '../people/reading.js';
import { snapshot } from '../feeds/room-view.js';
import { wholeFeed } from '../feeds/whole-feed.js';
import { databaseIn, expectDense, expectSound } from '../oracle/stored.js';
import { archives, bans, deletesRoom, unarchives, unbans } from '../people/looking-after.js';
import { type Action, AT_THE_DESK, type Name, NAMES, PLACE_NAMES, type PlaceName, PLACES } from './action.js';
import { type Answer, badgeIn, DONE, shown } from './answer.js';
import { Changing, type Meant } from './changing.js';
import { ChatModel } from './chat-model.js';
import { type Everybody, type House, refresh, signIn } from './house.js';
import { ModelFollower } from './model-follower.js';
import type { ModelMessage } from './model-message.js';
import type { ModelEvent } from './model-room.js';
import { expectedRows, storedRows } from './rows.js';
import { expectedSight, type Ids, sightOf } from './sight.js';

/** Ada, Ben, Cleo and Otto at a real server, and the model beside them: after each action both must say the same. */
export class Company {
  private readonly model = new ChatModel(
    (body) => this.namedIn(body),
    () => AT_THE_DESK.toSorted((one, other) => (this.people[one].id < this.people[other].id ? -1 : 1)),
  );
  private readonly messages = new Map<ModelMessage, string>();
  private readonly ids: Ids = {
    person: (name) => this.people[name].id,
    message: (message) => this.messages.get(message) ?? 'no id',
  };
  private readonly changing: Changing;
  private readonly links = new Map<PlaceName, { readonly code: string }>();
  /** What each of them was told, until it is gone with its room. */
  private readonly handled = new Map<Name, ReadonlySet<ModelEvent>>();
  private readonly round = randomUUID();

  private constructor(
    private readonly house: House,
    private readonly people: Everybody,
    private readonly rooms: Readonly<Record<PlaceName, RoomAnswer>>,
    private readonly starts: Readonly<Record<Name, string>>,
    private readonly followers: Readonly<Record<Name, ModelFollower>>,
  ) {
    this.changing = new Changing(people, rooms, this.model, this.ids);
  }

  static async meets(house: House, people: Everybody): Promise<Company> {
    await Promise.all(NAMES.map((name) => signIn(house, people[name])));
    const starts = await ofEach((name) => feedCursorOf(people[name]));
    const followers = await ofEach((name) => Promise.resolve(new ModelFollower(people[name], starts[name])));
    const hall = await people.ada.creates(`Hall ${randomUUID()}`, PLACES.hall);
    const den = await people.ada.creates(`Den ${randomUUID()}`, PLACES.den);
    const desk = await aDesk(house, people);
    return new Company(house, people, { hall, den, desk }, starts, followers);
  }

  /** Does it, and compares the answer with the model's, and then what is to be seen. */
  async takes(action: Action): Promise<void> {
    const meant = this.meantBy(action);
    const wasSignedIn = 'who' in action && this.model.isSignedIn(action.who);
    const expected = this.model.take(this.named(action));
    const { id, ...outcome } = await this.outcomeOf(action, meant);
    expect({ action, ...outcome }).toEqual({ action, ...shown(expected) });
    if (id !== undefined && 'done' in expected && expected.done) this.knows(expected.done, id);
    if (action.does === 'sign out' && wasSignedIn) this.followers[action.who].cut();
    // A socket ends with its token: other tests say how.
    for (const name of NAMES) if (!this.model.isSignedIn(name)) this.followers[name].cut();
    await this.looks(action, meant?.place);
  }

  /** Whoever did it sees what the model says; when the server has ended, everybody does, and so it is stored. */
  private async looks(action: Action, place: PlaceName | undefined): Promise<void> {
    const hasEnded = action.does === 'restart' || action.does === 'restart amid';
    if (hasEnded) await this.compareStored();
    const where = 'where' in action ? action.where : place;
    const names = hasEnded ? NAMES : 'who' in action ? [action.who] : [];
    for (const name of names) {
      if (!this.model.isSignedIn(name)) continue;
      for (const seen of hasEnded ? PLACE_NAMES : where === undefined ? [] : [where])
        await this.compareSight(name, seen);
    }
  }

  private meantBy(action: Action): Meant | undefined {
    const about = action.does === 'restart amid' ? action.amid : action;
    return 'which' in about ? this.model.meant(about.which) : undefined;
  }

  private knows(message: ModelMessage, id: string): void {
    expect(this.messages.get(message) ?? id).toBe(id);
    this.messages.set(message, id);
  }

  /** Whatever happened: everybody ends with what a fresh read shows, which is what the model says. */
  async parts(): Promise<void> {
    for (const name of NAMES) {
      if (this.model.isGone(name)) continue;
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
      for (const place of PLACE_NAMES) await this.compareRoom(name, place);
    }
    await this.compareStored();
  }

  /** After a restore: everybody sees what they saw when the backup was made, and nothing else is stored. */
  async isAsItWas(): Promise<void> {
    for (const name of NAMES) {
      if (this.model.isGone(name)) continue;
      await signIn(this.house, this.people[name]);
      for (const place of PLACE_NAMES) {
        await this.compareSight(name, place);
        await this.compareBadge(name, place);
      }
    }
    await this.compareStored();
  }

  /** Once nothing is stored any more of a room, or of an account, that was deleted. */
  private async isSwept(): Promise<void> {
    await expect
      .poll(() => {
        using database = databaseIn(this.house.data);
        return database
          .prepare(
            'select 1 from deleted_room where removed_at is null union select 1 from deleted_account where removed_at is null',
          )
          .get();
      })
      .toBeUndefined();
  }

  /** What is stored is the model's, and tells one story. */
  private async compareStored(): Promise<void> {
    await this.isSwept();
    using database = databaseIn(this.house.data);
    expectSound(database);
    expectDense(database);
    const rooms = PLACE_NAMES.map((place) => this.rooms[place].id);
    expect(storedRows(database, rooms)).toEqual(expectedRows(this.model, this.ids));
  }

  private async compareSight(name: Name, place: PlaceName): Promise<void> {
    const sight = await sightOf(this.people[name], this.rooms[place]);
    const expected = expectedSight(name, this.model.rooms[place], this.model.savedBy(name), this.ids);
    expect({ name, place, ...sight }).toEqual({ name, place, ...expected });
  }

  private async compareRoom(name: Name, place: PlaceName): Promise<void> {
    await this.compareSight(name, place);
    await this.compareBadge(name, place);
    if (!this.model.rooms[place].members.has(name)) return;
    const { view } = await snapshot(this.people[name], this.rooms[place]);
    expect(this.followers[name].viewOf(this.rooms[place])).toEqual(view);
  }

  private async compareBadge(name: Name, place: PlaceName): Promise<void> {
    const room = this.model.rooms[place];
    if (!room.members.has(name)) return;
    const badge = badgeIn(await stateOf(this.people[name], this.rooms[place]));
    expect({ name, place, ...badge }).toEqual({ name, place, badge: room.badgeOf(name) });
  }

  private async outcomeOf(action: Action, meant: Meant | undefined): Promise<Answer> {
    try {
      return await this.perform(this.named(action), meant);
    } catch (error) {
      if (error instanceof AnsweredWithErrors) return { refused: error.errors[0]?.extensions.code };
      throw error;
    }
  }

  private async perform(action: Action, meant: Meant | undefined): Promise<Answer> {
    if (action.does === 'wait') {
      this.house.wait(action.minutes);
      return DONE;
    }
    if (action.does === 'restart amid') return this.changeThrough(action, meant);
    const person = this.people[action.who];
    switch (action.does) {
      case 'send':
        return this.send(person, action);
      case 'restart':
        return this.sendThrough(person, action);
      case 'answer beside': {
        const room = this.rooms[meant?.place ?? 'hall'];
        const { id, number } = await person.says(action.body, room, { threadRootId: this.changing.idOf(meant) });
        return { id, number };
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
      case 'ban':
        await bans(person, this.people[action.whom], this.rooms[action.where]);
        return DONE;
      case 'unban':
        await unbans(person, this.people[action.whom], this.rooms[action.where]);
        return DONE;
      case 'invite': {
        const { where, uses } = action;
        this.links.set(where, await invites(person, this.rooms[where], { uses, expiresAt: null }));
        return DONE;
      }
      case 'follow link':
        await accepts(person, this.links.get(action.where) ?? { code: 'no such link' });
        return DONE;
      case 'delete account':
        await deletesAccount(person, action);
        await this.isSwept();
        return DONE;
      case 'block':
        await blocks(person, this.people[action.whom]);
        return DONE;
      case 'unblock':
        await unblocks(person, this.people[action.whom]);
        return DONE;
      case 'archive':
        await archives(person, this.rooms[action.where]);
        return DONE;
      case 'unarchive':
        await unarchives(person, this.rooms[action.where]);
        return DONE;
      case 'delete room':
        await deletesRoom(person, this.rooms[action.where]);
        await this.isSwept();
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
      default:
        return this.changing.change(action, meant);
    }
  }

  private async send(
    person: Person,
    { where, body, nonce }: { where: PlaceName; body: string; nonce?: string },
  ): Promise<Answer> {
    const sent = await person.says(body, this.rooms[where], nonce === undefined ? {} : { nonce });
    return { id: sent.id, number: sent.number };
  }

  /** The nonce makes it one message, however often it was tried. */
  private sendThrough(
    person: Person,
    { where, body, afterMilliseconds }: Extract<Action, { does: 'restart' }>,
  ): Promise<Answer> {
    const nonce = randomUUID();
    return this.through(afterMilliseconds, () => this.send(person, { where, body, nonce }));
  }

  private changeThrough(
    { amid, afterMilliseconds }: Extract<Action, { does: 'restart amid' }>,
    meant: Meant | undefined,
  ): Promise<Answer> {
    return this.through(afterMilliseconds, () => this.changing.change(amid, meant));
  }

  /** Tries again until there is an answer, while the server ends and starts. */
  private async through(afterMilliseconds: number, attempt: () => Promise<Answer>): Promise<Answer> {
    const restarting = patience(afterMilliseconds).then(() => this.house.restart());
    try {
      for (;;) {
        try {
          return await attempt();
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
      const handled = this.handled.get(name) ?? new Set();
      const expected = heard.find((event) => !handled.has(event));
      if (!expected) return;
      const { __typename, seq, room, user, message } = await this.followers[name].handlesNext(this.deletedIds());
      const about = user?.id ?? message?.id;
      expect({ name, type: __typename, seq, room: room?.id, about }).toEqual({ name, ...this.told(expected) });
      this.handled.set(name, new Set([...handled, expected]));
    }
  }

  /** What was on its way when a room was deleted may still arrive. */
  private deletedIds(): string[] {
    return PLACE_NAMES.filter((place) => this.model.isDeleted(place)).map((place) => this.rooms[place].id);
  }

  private told({ place, type, seq, about }: ModelEvent) {
    return {
      type,
      seq,
      room: this.roomOf(place).id,
      about: about === null ? undefined : typeof about === 'string' ? this.people[about].id : this.ids.message(about),
    };
  }

  private roomOf(place: string): RoomAnswer {
    const name = PLACE_NAMES.find((one) => one === place);
    if (!name) throw new Error(`There is no place ${place}.`);
    return this.rooms[name];
  }

  /** People keep their nonces for good, so each round has its own; and in a body they stand with their usernames. */
  private named(action: Action): Action {
    if (action.does === 'restart amid') return { ...action, amid: this.withUsernames(action.amid) };
    return this.withUsernames(action);
  }

  private withUsernames<A extends Action>(action: A): A {
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

/**
 * A conversation of Ada, Ben and Cleo, which nobody blocks the other in. There is one for each company, and each round wants another one: so it is for a guest as well, who is gone
 * before anybody could bring them in.
 */
async function aDesk(house: House, people: Everybody): Promise<RoomAnswer> {
  for (const who of NAMES) for (const whom of NAMES) if (who !== whom) await unblocks(people[who], people[whom]);
  const guest = await Person.entersAsGuest(house, `Gus ${randomUUID().slice(0, 8)}`);
  const desk = await opensDirect(people.ada, [people.ben, people.cleo, guest]);
  await logout(house, guest.bearer);
  return desk;
}

async function ofEach<T>(make: (name: Name) => Promise<T>): Promise<Record<Name, T>> {
  const [ada, ben, cleo, otto] = await Promise.all([make('ada'), make('ben'), make('cleo'), make('otto')]);
  return { ada, ben, cleo, otto };
}
