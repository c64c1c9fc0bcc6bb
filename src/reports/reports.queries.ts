import { entityQuery, oncePer, query } from '../database/index.js';
import { Notice } from './notice.entity.js';
import { Report } from './report.entity.js';

/** Gives a row where they had not reported it yet. */
export const CLAIM_REPORT = query(
  `insert into report (id, message_id, room_id, author_id, reporter_id, reason, body, files, created_at, done)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]') on conflict (message_id, reporter_id) do nothing returning id`,
);

/** Where the message of a report stands, and who wrote it. */
export const PLACE_OF_REPORT = query(
  'select message_id as "messageId", room_id as "roomId", author_id as "authorId" from report where id = ?',
);

export const OPEN_REPORTS_ON = query(
  'select id, reporter_id as "reporterId" from report where message_id = ? and closed_at is null order by id',
);

/** The rooms of somebody in which something waits. */
export const ROOMS_WITH_OPEN = query(
  `select membership.room_id as "roomId" from membership
  where membership.user_id = ? and membership.left_position is null and exists (
    select 1 from report where report.room_id = membership.room_id and report.closed_at is null
  ) order by membership.room_id`,
);

/** Gives a row where something waits there. */
export const OPEN_IN_ROOM = query('select 1 as found from report where room_id = ? and closed_at is null limit 1');

/** Gives a row where a stay that began or ended at a place of the log is of somebody who looks after the room, or did at its end. */
export const STAY_OF_REVIEWER = query(
  `select 1 as found from membership where room_id = ? and user_id = ? and role in ('OWNER', 'MODERATOR')
    and (joined_position = ? or left_position = ?) limit 1`,
);

/** The words go: what was done is kept, not what was said. */
export const CLOSE_REPORTS_ON = query(
  `update report set closed_at = ?, closed_by_id = ?, done = ?, body = '', files = '[]'
  where message_id = ? and closed_at is null`,
);

/** Of messages that are gone for good nothing is kept, also while nobody has looked at what was reported. */
export const FORGET_WORDS_OF = query(
  (sql) => `update report set body = '', files = '[]' where ${sql.anyOf('message_id')}`,
);

/** Some messages of somebody, of which the words are kept with a report. */
export const SOME_REPORTED_OF = query(
  `select message_id as "messageId", room_id as "roomId" from report
  where author_id = ? and (body <> '' or cast(files as text) <> '[]') limit ?`,
);

/** Gives a row for each that was open. */
export const REMOVE_REPORTS_ON = query(
  (sql) => `delete from report where ${sql.anyOf('message_id')} returning room_id as "roomId"`,
);

export const REPORTS_ON = query((sql) => `select 1 as found from report where ${sql.anyOf('message_id')} limit 1`);

/** Who looks after a room: those who keep order there, and administrators. */
export const REVIEWERS_OF_ROOM = query(
  `select membership.user_id as "userId" from membership join "user" on "user".id = membership.user_id
  where membership.room_id = ? and membership.left_position is null and membership.role in ('OWNER', 'MODERATOR')
    and "user".ended_at is null
  union select id from "user" where is_administrator and ended_at is null`,
);

export const ADMINISTRATORS = query('select id as "userId" from "user" where is_administrator and ended_at is null');

/** What somebody is in a room, and whether they are an administrator. */
export const REVIEWER_IN = query(
  `select case when "user".is_administrator and "user".ended_at is null then 1 else 0 end as "isAdministrator", membership.role
  from "user" left join membership
    on membership.user_id = "user".id and membership.room_id = ? and membership.left_position is null
  where "user".id = ?`,
);

/** How many reports somebody could deal with, in all of the rooms that they look after. */
export const COUNT_OF_OPEN = query(
  `select count(*) as total from "user" cross join report
  where "user".id = ? and report.closed_at is null and report.author_id <> "user".id and (
    ("user".is_administrator and "user".ended_at is null) or exists (
      select 1 from membership where membership.user_id = "user".id and membership.room_id = report.room_id
        and membership.left_position is null and membership.role in ('OWNER', 'MODERATOR')
    )
  )`,
);

/** The same of each of some rooms. */
export const openInRooms = oncePer((places: number) =>
  query(
    (sql) => `with asked (room_id, user_id) as (${sql.typedRows(places, ['uuid', 'uuid'])})
  select asked.room_id as "roomId", asked.user_id as "userId", (
    select count(*) from report
    where report.room_id = asked.room_id and report.closed_at is null and report.author_id <> asked.user_id
  ) as total
  from asked join "user" on "user".id = asked.user_id left join membership
    on membership.user_id = asked.user_id and membership.room_id = asked.room_id and membership.left_position is null
  where ("user".is_administrator and "user".ended_at is null) or membership.role in ('OWNER', 'MODERATOR')`,
  ),
);

/** Reports about others, the newest first, from a place on: open ones or those that were closed, of one room or of all. */
export const reports = oncePer((isOpen: boolean, isOfRoom: boolean) =>
  entityQuery(
    Report,
    `closed_at is ${isOpen ? '' : 'not '}null and author_id <> ? and (created_at, id) < (?, ?)
      ${isOfRoom ? 'and room_id = ?' : ''} order by created_at desc, id desc limit ?`,
  ),
);

export const countOfReports = oncePer((isOpen: boolean, isOfRoom: boolean) =>
  query(
    `select count(*) as total from report where closed_at is ${isOpen ? '' : 'not '}null and author_id <> ?
      ${isOfRoom ? 'and room_id = ?' : ''}`,
  ),
);

/** Gives a row where there is somebody to read it. */
export const ADD_NOTICE = query(
  `insert into notice (id, user_id, kind, room_id, room_name, message_id, words, created_at)
  select ?, "user".id, ?, ?, ?, ?, ?, ? from "user" where "user".id = ? and ended_at is null returning id`,
);

export const NOTICES_WITH_IDS = entityQuery(Notice, (sql) => sql.anyOf('id'));

export const NOTICES_OF = entityQuery(
  Notice,
  'user_id = ? and (created_at, id) < (?, ?) order by created_at desc, id desc limit ?',
);

export const REMOVE_NOTICES_OF = query('delete from notice where user_id = ?');
