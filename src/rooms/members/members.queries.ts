import { entityQuery, oncePer, query } from '../../database/index.js';
import { LoggedEvent } from '../../log/index.js';
import { User } from '../../users/index.js';
import { Membership } from './membership.entity.js';

/** The stay of somebody in a room that lasts now. */
export const STAY = entityQuery(Membership, 'room_id = ? and user_id = ? and left_position is null');

/** More than was asked for: each of the rooms with each of the people. */
export const STAYS_IN_ROOMS = entityQuery(
  Membership,
  (sql) => `left_position is null and ${sql.anyOf('room_id')} and ${sql.anyOf('user_id')}`,
);

const ROOMS_AT = `select room_id as "roomId" from membership
  where user_id = ? and joined_position <= ? and (left_position is null or left_position > ?)`;

/** The rooms that somebody was in just after a place of the log. */
export const ROOMS_AT_POSITION = query(ROOMS_AT);

/** And the direct rooms that are for them: whoever has opened one sees them there before they come in. */
export const ROOMS_SHOWING_AT_POSITION = query(`${ROOMS_AT} union select room_id from direct_user where user_id = ?`);

/**
 * Of a stretch of the log: a room's events while somebody was in it, their own, and the house's; of those about a person that are for who shares a room with
 * them, the ones of whom they then did, and of whom a direct room is for that they were in. In each an index leads to what lies within.
 */
export const EVENTS_SEEN_BY = entityQuery(LoggedEvent, (sql) => {
  const first = sql.greatest('membership.joined_position', '?');
  const last = sql.least('coalesce(membership.left_position, ?)', '?');
  return `position in (
      select event.position from membership join event on event.room_id = membership.room_id
        and event.position between ${first} and ${last}
      where membership.user_id = ?
      union all select position from event where room_id is null and person_id = ? and position between ? and ?
      union all select position from event where room_id is null and person_id is null and position between ? and ?
        and (not (${sql.anyOf('type')}) or subject_id = ? or exists (
          select 1 from membership mine join membership theirs on theirs.room_id = mine.room_id
          where mine.user_id = ? and theirs.user_id = event.subject_id
            and ${lastsAt('mine')} and ${lastsAt('theirs')}
        ) or exists (
          select 1 from membership mine join direct_user on direct_user.room_id = mine.room_id
          where mine.user_id = ? and direct_user.user_id = event.subject_id and ${lastsAt('mine')}
        ))
    ) order by position limit ?`;
});

/** Just after an event. */
function lastsAt(stay: string): string {
  return `${stay}.joined_position <= event.position and (${stay}.left_position is null or ${stay}.left_position > event.position)`;
}

/** Of some people those who share a room with somebody now, and that one. */
export const SHARING_A_ROOM = query(
  (
    sql,
  ) => `select distinct theirs.user_id as "userId" from membership mine join membership theirs on theirs.room_id = mine.room_id
  where mine.user_id = ? and mine.left_position is null and theirs.left_position is null and ${sql.anyOf('theirs.user_id')}`,
);

/** Who takes over from an owner who left: the moderator, else the member, who has been there longest. A disabled account only where there is nobody else; no bot, which has an owner itself. */
export const NEXT_OWNER = query(
  `select membership.id from membership join "user" on "user".id = membership.user_id
  where membership.room_id = ? and membership.left_position is null and "user".kind <> 'BOT'
  order by case when "user".ended_at is null and "user".disabled_at is null then 0 else 1 end,
    case when membership.role = 'MODERATOR' then 0 else 1 end, membership.joined_position limit 1`,
);

/** The guests who are in a room, those who have been there longest first. */
export const GUESTS_IN_ROOM = query(
  `select membership.user_id as "userId" from membership join "user" on "user".id = membership.user_id
  where membership.room_id = ? and membership.left_position is null and "user".kind = 'GUEST'
  order by membership.joined_position`,
);

/**
 * Those who share a room with somebody now: first who is in one of those rooms with them, then whose names have a word that begins with what is
 * looked for, then by display name. Nobody whose account is disabled. A parameter is a line break, which stands between the names in what is searched.
 */
export const peopleKnown = oncePer((pieces: number) =>
  entityQuery(User, (sql) => {
    const piece = (column: string): string[] => Array<string>(pieces).fill(sql.contains(column));
    const matches = [
      'ended_at is null',
      'disabled_at is null',
      ...piece('search_text'),
      `id in (
  select theirs.user_id from membership mine join membership theirs on theirs.room_id = mine.room_id
  where mine.user_id = ? and mine.left_position is null and theirs.left_position is null
)`,
    ];
    const isThere = `exists (
  select 1 from membership mine join membership theirs on theirs.room_id = mine.room_id
  where mine.room_id = ? and mine.user_id = ? and theirs.user_id = "user".id
    and mine.left_position is null and theirs.left_position is null
)`;
    const isBegun = ['1 = 1', ...piece(WORDS)].join(' and ');
    const order = [`case when ${isThere} then 0 else 1 end`, `case when ${isBegun} then 0 else 1 end`];
    return `${matches.join(' and ')} order by ${order.join(', ')}, ${sql.ordered('display_name_key')}, id limit ?`;
  }),
);

/** The names with a space before each of their words. */
const WORDS = ['?', "'.'", "'_'", "'-'"].reduce((text, sign) => `replace(${text}, ${sign}, ' ')`, "' ' || search_text");

/** One statement for many pages of members: which page a row is of stands in `page`. */
export const pagesOfMembers = oncePer((pages: number) =>
  query(`${unionOf(pages, PAGE_OF_MEMBERS)} order by page, joined_position`),
);

// Without the cast PostgreSQL would take the number for a text, and put 10 before 2.
const PAGE_OF_MEMBERS = `select * from (
      select cast(? as integer) as page, membership.* from membership
      where room_id = ? and left_position is null and joined_position > ? order by joined_position limit ?
    ) as one`;

function unionOf(count: number, one: string): string {
  return Array<string>(count).fill(one).join(' union all ');
}

/** Gives a row where somebody was not in the room. The wait of slow mode goes on where they left and came back. Where its event stands in the log is known only later. */
export const CLAIM_MEMBERSHIP = query(
  `insert into membership (id, room_id, user_id, role, joined_at, joined_position, joined_number, last_posted_at)
  select ?, room.id, ?, ?, ?, 0, room.last_number,
    (select max(last_posted_at) from membership as earlier where earlier.room_id = room.id and earlier.user_id = ?)
  from room where room.id = ?
  on conflict (room_id, user_id) where left_position is null do nothing returning id`,
);

export const ROOMS_OF = query(
  'select room_id as "roomId" from membership where user_id = ? and left_position is null order by room_id',
);

/** Begins the wait of slow mode. */
export const NOTE_POSTED = query(
  'update membership set last_posted_at = ? where room_id = ? and user_id = ? and left_position is null',
);

/** The role of a bot's owner in a room; null where they are not there. */
export const ROLE_OF_OWNER = query(
  `select membership.role from bot left join membership
  on membership.user_id = bot.owner_id and membership.room_id = ? and membership.left_position is null where bot.user_id = ?`,
);

/** The bots of somebody that are in a room. */
export const BOTS_IN_ROOM = query(
  `select membership.id from membership join bot on bot.user_id = membership.user_id
  where bot.owner_id = ? and membership.room_id = ? and membership.left_position is null order by membership.joined_position`,
);
