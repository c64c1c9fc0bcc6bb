import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { pageSize } from '../../graphql/index.js';
import { searchedIn } from '../../text/index.js';
import { Database } from '../../database/index.js';
import { type User, UsersService, UserType } from '../../users/index.js';
import { isId } from '../../runtime/index.js';
import { peopleKnown } from './members.queries.js';

/** Finds the people whom somebody may know of. Nobody else is found but by their whole username, so that nobody can list everyone. */
@Injectable()
export class PeopleSearch {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** Whoever has exactly this username, then those who share a room with the actor: this room, where they are in it, before all others. */
  async find(actor: Actor, query: string, roomId: string | null, first: number): Promise<UserType[]> {
    const size = pageSize('first', first);
    const searched = searchedIn(query);
    if (!searched) return [];
    const named = await this.users.findByUsername(query.trim().replace(/^@/, ''));
    const known = await this.known(actor, searched, roomId, size);
    const all = named ? [named, ...known.filter(({ id }) => id !== named.id)] : known;
    return all.slice(0, size).map((user) => UserType.of(user));
  }

  private known({ userId }: Actor, searched: readonly string[], roomId: string | null, size: number): Promise<User[]> {
    const room = roomId !== null && isId(roomId) ? roomId : NO_ROOM;
    const begun = searched.flatMap((piece) => ['\n', ` ${piece.replace(/[._-]/g, ' ').trimEnd()}`]);
    return this.database.find(peopleKnown(searched.length), [...searched, userId, room, userId, ...begun, size]);
  }
}

const NO_ROOM = '00000000-0000-0000-0000-000000000000';
