import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Changes } from '../bus/index.js';
import type { Refusal } from '../errors/index.js';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { Clock, newId } from '../runtime/index.js';
import { foldName, searchTextOf } from '../text/index.js';
import { Database, isUniqueViolation, type Transaction } from '../database/index.js';
import { Journal, shown } from '../log/index.js';
import { Nodes } from '../nodes/index.js';
import { GuestsHere } from './guests-here.js';
import { isTakenAway, keyOfTakenAway, nobody } from './taken-away.js';
import { User } from './user.entity.js';
import { UserType } from './user.type.js';
import { AdministratorChanged, UserChanged } from './users.events.js';
import { NicknameTaken, UsernameTaken, UserNotFound } from './users.errors.js';
import { USER_CALLED, USER_WITH_ID, USERS_WITH_IDS } from './users.queries.js';

/** More of one name than anybody tells apart. */
const MAX_NAMESAKES = 20;

/** What people may change of what others see of them. */
export type ChangedProfile = Partial<
  Pick<User, 'displayName' | 'avatarVersion' | 'about' | 'timeZone' | 'statusEmoji' | 'statusText' | 'statusUntil'>
>;

@Injectable()
export class UsersService implements OnModuleInit {
  private readonly shownLately = new LRUCache<string, UserType>({ max: 2000 });
  /** How often anybody changed: whoever was read before that is not kept. */
  private changesSeen = 0;
  private readonly byId = new BatchLoader<string, User | null>(
    (ids) => this.findAll(ids),
    (id) => [shown.user(id)],
  );

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guestsHere: GuestsHere,
    private readonly journal: Journal,
    private readonly changes: Changes,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ typeName: 'User', find: (scope, _viewer, id) => this.withId(scope, id) });
    const ofUser = shown.user('');
    this.changes.listen((what) => {
      if (!what.startsWith(ofUser)) return;
      this.changesSeen += 1;
      this.shownLately.delete(what.slice(ofUser.length));
    });
  }

  /** Somebody who must exist: an author, a member, an actor. Batched within an operation. */
  async get(scope: object, id: string): Promise<User> {
    const user = await this.byId.load(scope, id);
    if (!user) throw new UserNotFound();
    return user;
  }

  /** Whoever has this id; whoever is signed in may see anybody. Batched within an operation. */
  async withId(scope: object, id: string): Promise<UserType | null> {
    const user = await this.byId.load(scope, id);
    return user && UserType.of(user);
  }

  async find(id: string): Promise<User | null> {
    const [user] = await this.database.find(USER_WITH_ID, [id]);
    return user ?? null;
  }

  /** These people as they are shown. */
  async shown(ids: Iterable<string>): Promise<Map<string, UserType>> {
    const found = new Map([...ids].map((id) => [id, this.shownLately.get(id)]));
    const unknown = [...found.keys()].filter((id) => !found.get(id));
    if (unknown.length > 0) for (const user of await this.showStored(unknown)) found.set(user.id, user);
    return new Map([...found].flatMap(([id, user]) => (user ? [[id, user]] : [])));
  }

  async findByUsername(username: string): Promise<User | null> {
    // Nobody's name has a NUL, and the database's driver takes none.
    if (username.includes('\0')) return null;
    const [user] = await this.database.find(USER_CALLED, [foldName(username)]);
    return user ?? null;
  }

  async createPerson(
    tx: Transaction,
    input: { username: string; displayName: string; passwordHash: string },
  ): Promise<User> {
    const usernameKey = foldName(input.username);
    await this.assertNotTakenAway(tx, usernameKey);
    return this.create(tx, { ...input, usernameKey, kind: 'PERSON' }, () => new UsernameTaken());
  }

  async createGuest(tx: Transaction, nickname: string): Promise<User> {
    await this.assertNotTakenAway(tx, foldName(nickname), () => new NicknameTaken());
    const displayName = await this.nameForGuest(tx, nickname);
    const username = `guest-${randomBytes(6).toString('hex')}`;
    const fields = { username, usernameKey: username, displayName, passwordHash: null, kind: 'GUEST' } as const;
    const guest = await this.create(tx, fields, () => new NicknameTaken());
    this.guestsHere.seen(guest.id);
    return guest;
  }

  /** A program that takes part; its owner writes what its profile says. */
  async createBot(
    tx: Transaction,
    input: { username: string; displayName: string; about: string | null },
  ): Promise<User> {
    const usernameKey = foldName(input.username);
    await this.assertNotTakenAway(tx, usernameKey);
    return this.create(tx, { ...input, usernameKey, kind: 'BOT', passwordHash: null }, () => new UsernameTaken());
  }

  /** A guest who has gone away keeps the name, and may come back to it: a namesake is told apart from them by a number. */
  private async nameForGuest(tx: Transaction, nickname: string): Promise<string> {
    for (let number = 1; number <= MAX_NAMESAKES; number += 1) {
      const name = number === 1 ? nickname : `${nickname} (${String(number)})`;
      const key = foldName(name);
      const namesakes = await tx.em.find(User, { endedAt: null, $or: [{ usernameKey: key }, { displayNameKey: key }] });
      if (namesakes.length === 0) return name;
      const isBlocked = namesakes.some(({ id, kind }) => kind !== 'GUEST' || this.guestsHere.isHere(id));
      if (number === 1 && isBlocked) throw new NicknameTaken();
    }
    throw new NicknameTaken();
  }

  /** Ends a guest's stay; the row stays as the author of what they wrote. */
  async endGuest(tx: Transaction, id: string): Promise<boolean> {
    const changed = await tx.em.nativeUpdate(User, { id, kind: 'GUEST', endedAt: null }, { endedAt: this.clock.now() });
    return changed > 0;
  }

  /** Replaces a password, where the one that somebody proved to know is still the one that counts. */
  async replacePassword(tx: Transaction, id: string, from: string, to: string): Promise<boolean> {
    const changed = await tx.em.nativeUpdate(User, { id, passwordHash: from, endedAt: null }, { passwordHash: to });
    return changed > 0;
  }

  /** Changes what others see of somebody, and tells those who share a room with them. What is so already changes nothing. */
  async changeProfile(tx: Transaction, user: User, changed: ChangedProfile): Promise<void> {
    const before = profileOf(user);
    Object.assign(user, changed);
    if (profileOf(user) === before) return;
    user.displayNameKey = foldName(user.displayName);
    user.searchText = searchTextOf(user.username, user.displayName);
    await tx.em.flush();
    await this.journal.ofHouse(tx, UserChanged, { actorId: user.id, subjectId: user.id });
  }

  /** Somebody as a change finds them, where they have not ended. */
  async findWithin(tx: Transaction, id: string): Promise<User | null> {
    return tx.em.findOne(User, { id, endedAt: null });
  }

  /** Takes an account from whoever had it: nothing of them is left in its row, which stays as the author of what they wrote. */
  async takeAway(tx: Transaction, user: User, actorId: string): Promise<void> {
    Object.assign(user, nobody(user), { endedAt: user.endedAt ?? this.clock.now() });
    await tx.em.flush();
    await this.journal.ofHouse(tx, UserChanged, { actorId, subjectId: user.id });
  }

  /** Also a guest whose stay has ended; null where there is nobody. */
  async findEverWithin(tx: Transaction, id: string): Promise<User | null> {
    return tx.em.findOne(User, { id });
  }

  isDeleted({ usernameKey }: User): boolean {
    return isTakenAway(usernameKey);
  }

  /** Gives somebody another password, whatever the one before was; whether there is such an account. */
  async setPassword(tx: Transaction, id: string, passwordHash: string): Promise<boolean> {
    const changed = await tx.em.nativeUpdate(
      User,
      { id, kind: 'PERSON', endedAt: null, disabledAt: null },
      { passwordHash },
    );
    return changed > 0;
  }

  /** Whether there is one who can sign in. */
  async hasAdministrator(tx: Pick<Transaction, 'em'>): Promise<boolean> {
    return (await tx.em.count(User, { isAdministrator: true, endedAt: null, disabledAt: null })) > 0;
  }

  /** Keeps an account out, or lets it in again; whether anything changed. */
  async setDisabled(tx: Transaction, { id }: Pick<User, 'id'>, isDisabled: boolean): Promise<boolean> {
    const now = this.clock.now();
    const [before, disabledAt] = isDisabled ? [null, now] : [{ $ne: null }, null];
    return (await tx.em.nativeUpdate(User, { id, endedAt: null, disabledAt: before }, { disabledAt })) > 0;
  }

  /** Makes somebody an administrator, or takes that from them, and tells them; whether anything changed. */
  async setAdministrator(
    tx: Transaction,
    { id, isAdministrator, actorId }: { id: string; isAdministrator: boolean; actorId: string },
  ): Promise<boolean> {
    const changed = await tx.em.nativeUpdate(
      User,
      { id, kind: 'PERSON', endedAt: null, isAdministrator: !isAdministrator },
      { isAdministrator },
    );
    if (changed === 0) return false;
    await this.journal.ofPerson(tx, AdministratorChanged, id, { actorId, subjectId: id });
    return true;
  }

  /** Nobody is to be taken for somebody who is gone. */
  private async assertNotTakenAway(
    tx: Transaction,
    usernameKey: string,
    taken: () => Refusal = () => new UsernameTaken(),
  ): Promise<void> {
    if ((await tx.em.count(User, { usernameKey: keyOfTakenAway(usernameKey) })) > 0) throw taken();
  }

  private async create(
    tx: Transaction,
    fields: Pick<User, 'username' | 'usernameKey' | 'displayName' | 'kind' | 'passwordHash'> &
      Partial<Pick<User, 'about'>>,
    taken: () => Refusal,
  ): Promise<User> {
    const user = tx.em.create(User, {
      about: null,
      ...fields,
      id: newId(),
      displayNameKey: foldName(fields.displayName),
      searchText: searchTextOf(fields.username, fields.displayName),
      avatarVersion: null,
      timeZone: null,
      statusEmoji: null,
      statusText: null,
      statusUntil: null,
      createdAt: this.clock.now(),
      disabledAt: null,
      endedAt: null,
    });
    try {
      await tx.em.flush();
    } catch (error) {
      throw isUniqueViolation(error) ? taken() : error;
    }
    return user;
  }

  private async findAll(ids: readonly string[]): Promise<(User | null)[]> {
    return inOrderOf(ids, await this.all(ids), (user) => user.id);
  }

  private all(ids: readonly string[]): Promise<User[]> {
    return this.database.find(USERS_WITH_IDS, [ids]);
  }

  private async showStored(ids: readonly string[]): Promise<UserType[]> {
    const { changesSeen } = this;
    const users = (await this.all(ids)).map((user) => UserType.of(user));
    // Somebody who changed while they were read would be shown as before for ever.
    if (this.changesSeen === changesSeen) for (const user of users) this.shownLately.set(user.id, user);
    return users;
  }
}

function profileOf({
  displayName,
  avatarVersion,
  about,
  timeZone,
  statusEmoji,
  statusText,
  statusUntil,
}: User): string {
  return JSON.stringify([displayName, avatarVersion, about, timeZone, statusEmoji, statusText, statusUntil]);
}
