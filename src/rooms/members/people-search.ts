import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { pageSize } from '../../graphql/index.js';
import { searchedIn } from '../../text/index.js';
import { Database } from '../../database/index.js';
import { User, UsersService, UserType } from '../../users/index.js';

/** Those who are in a room with somebody now. */
const SHARES_A_ROOM = `id in (
  select theirs.user_id from membership mine join membership theirs on theirs.room_id = mine.room_id
  where mine.user_id = ? and mine.left_position is null and theirs.left_position is null
)`;

/** Finds the people whom somebody may know of. Nobody else is found but by their whole username, so that nobody can list everyone. */
@Injectable()
export class PeopleSearch {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** Whoever has exactly this username, then those who share a room with the actor, by display name. */
  async find(actor: Actor, query: string, first: number): Promise<UserType[]> {
    const size = pageSize('first', first);
    const searched = searchedIn(query);
    if (!searched) return [];
    const named = await this.users.findByUsername(query.trim().replace(/^@/, ''));
    const known = await this.known(actor, searched, size);
    const all = named ? [named, ...known.filter(({ id }) => id !== named.id)] : known;
    return all.slice(0, size).map((user) => UserType.of(user));
  }

  private known({ userId }: Actor, searched: readonly string[], size: number): Promise<User[]> {
    const matches = ['ended_at is null', ...searched.map(() => 'instr(search_text, ?) > 0'), SHARES_A_ROOM];
    const where = `${matches.join(' and ')} order by display_name_key, id limit ?`;
    return this.database.find(User, where, [...searched, userId, size]);
  }
}
