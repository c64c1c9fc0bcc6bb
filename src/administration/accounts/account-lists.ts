import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database, type Query } from '../../database/index.js';
import { connectionOf, pageSize } from '../../graphql/index.js';
import { Cursors } from '../../log/index.js';
import { Clock, isId } from '../../runtime/index.js';
import { searchedIn } from '../../text/index.js';
import { Administrators, type User, UsersService } from '../../users/index.js';
import { type AccountActivity, type AccountConnection, AccountFilter, AccountType } from './account.type.js';
import {
  accountsFound,
  BYTES_OF_ACCOUNTS,
  countOfAccounts,
  ROOMS_OF_ACCOUNTS,
  SESSIONS_OF_ACCOUNTS,
} from './accounts.queries.js';

export interface AccountsArgs {
  readonly query: string | null | undefined;
  readonly filter: AccountFilter | null | undefined;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

const LIST = 'accounts';

/** Everybody who has an account or visits, for administrators. */
@Injectable()
export class AccountLists {
  constructor(
    private readonly database: Database,
    private readonly administrators: Administrators,
    private readonly users: UsersService,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async accounts(actor: Actor, { query, filter, first, after }: AccountsArgs): Promise<AccountConnection> {
    await this.administrators.assert(actor);
    const size = pageSize('first', first ?? 50);
    const searched = searchedIn(query ?? '');
    const place = after == null ? [] : this.cursors.keyInList(LIST, after).map(String);
    const values = [filter ?? AccountFilter.EVERYBODY, ...(searched ?? [])];
    const pieces = searched?.length ?? 0;
    const isNext = after != null;
    const found = searched
      ? await this.database.find(accountsFound(pieces, isNext), [...values, ...place, size + 1])
      : [];
    const totalCount = searched ? await this.count(countOfAccounts(pieces), values) : 0;
    const page = await this.shown(found.slice(0, size));
    const keys = new Map(found.map(({ id, displayNameKey }) => [id, displayNameKey]));
    const cursorOf = ({ user: { id } }: AccountType): string => this.cursors.ofList(LIST, [keys.get(id) ?? '', id]);
    const more = { hasNextPage: found.length > size, hasPreviousPage: isNext };
    return { ...connectionOf(page, cursorOf, more), totalCount };
  }

  async account(actor: Actor, userId: string): Promise<AccountType | null> {
    await this.administrators.assert(actor);
    const user = isId(userId) ? await this.users.find(userId) : null;
    return user?.endedAt === null ? this.one(user) : null;
  }

  async one(user: User): Promise<AccountType> {
    return AccountType.of(user, (await this.activityOf([user.id]))(user.id));
  }

  private async shown(users: readonly User[]): Promise<AccountType[]> {
    const activity = await this.activityOf(users.map(({ id }) => id));
    return users.map((user) => AccountType.of(user, activity(user.id)));
  }

  private async activityOf(ids: readonly string[]): Promise<(id: string) => AccountActivity> {
    const now = this.clock.now().getTime();
    const sessions = await this.byUser<{ lastSeenAt: number; sessionCount: number }>(SESSIONS_OF_ACCOUNTS, [now, ids]);
    const rooms = await this.byUser<{ roomCount: number; ownedRoomCount: number }>(ROOMS_OF_ACCOUNTS, [ids]);
    const files = await this.byUser<{ fileBytes: number }>(BYTES_OF_ACCOUNTS, [ids]);
    return (id) => {
      const lastSeenAt = sessions.get(id)?.lastSeenAt;
      return {
        lastSeenAt: lastSeenAt === undefined ? null : new Date(lastSeenAt),
        sessionCount: sessions.get(id)?.sessionCount ?? 0,
        roomCount: rooms.get(id)?.roomCount ?? 0,
        ownedRoomCount: rooms.get(id)?.ownedRoomCount ?? 0,
        fileBytes: files.get(id)?.fileBytes ?? 0,
      };
    };
  }

  private async byUser<Row extends object>(
    asked: Query,
    values: readonly (number | readonly string[])[],
  ): Promise<Map<string, Row>> {
    const rows = await this.database.rows<Row & { userId: string }>(asked, values);
    return new Map(rows.map((row) => [row.userId, row]));
  }

  private async count(asked: Query, values: readonly string[]): Promise<number> {
    const [row] = await this.database.rows<{ total: number }>(asked, values);
    return row?.total ?? 0;
  }
}
