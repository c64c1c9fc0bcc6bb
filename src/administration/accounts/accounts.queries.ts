import { entityQuery, oncePer, query } from '../../database/index.js';
import { User } from '../../users/index.js';

/** By a parameter: what the schema calls `AccountFilter`. */
const FILTERED = `ended_at is null and case ? when 'PEOPLE' then kind = 'PERSON' when 'GUESTS' then kind = 'GUEST'
  when 'ADMINISTRATORS' then is_administrator when 'DISABLED' then disabled_at is not null else true end`;

const found = (contains: string, pieces: number): string =>
  [FILTERED, ...Array<string>(pieces).fill(contains)].join(' and ');

/** By display name; `isNext` goes on behind a place. */
export const accountsFound = oncePer((pieces: number, isNext: boolean) =>
  entityQuery(User, (sql) => {
    const name = sql.ordered('display_name_key');
    const beyond = isNext ? ` and (${name}, id) > (?, ?)` : '';
    return `${found(sql.contains('search_text'), pieces)}${beyond} order by ${name}, id limit ?`;
  }),
);

export const countOfAccounts = oncePer((pieces: number) =>
  query((sql) => `select count(*) as total from "user" where ${found(sql.contains('search_text'), pieces)}`),
);

/** A program that is in use refreshes its tokens every 15 minutes. */
export const SESSIONS_OF_ACCOUNTS = query(
  (sql) => `select user_id as "userId", max(rotated_at) as "lastSeenAt",
    sum(case when ended_at is null and expires_at > ? then 1 else 0 end) as "sessionCount"
  from session where ${sql.anyOf('user_id')} group by user_id`,
);

export const ROOMS_OF_ACCOUNTS = query(
  (sql) => `select user_id as "userId", count(*) as "roomCount",
    sum(case when role = 'OWNER' then 1 else 0 end) as "ownedRoomCount"
  from membership where ${sql.anyOf('user_id')} and left_position is null group by user_id`,
);

export const BYTES_OF_ACCOUNTS = query(
  (sql) => `select owner_id as "userId", bytes as "fileBytes" from file_usage where ${sql.anyOf('owner_id')}`,
);
