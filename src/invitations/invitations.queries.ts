import { query } from '../database/index.js';

const STANDING = `select invitation.id, invitation.code, invitation.room_id as "roomId", invitation.created_by_id as "createdById",
  invitation.expires_at as "expiresAt", invitation.uses_left as "usesLeft",
  case when invitation.allows_registration then 1 else 0 end as "allowsRegistration",
  room.name as "roomName", room.visibility, case when giver.ended_at is null and giver.disabled_at is null then stay.role end as "giverRole",
  case when giver.is_administrator and giver.ended_at is null and giver.disabled_at is null then 1 else 0 end as "giverIsAdministrator"
  from invitation join "user" giver on giver.id = invitation.created_by_id
  left join room on room.id = invitation.room_id
  left join membership stay on stay.room_id = invitation.room_id and stay.user_id = giver.id and stay.left_position is null`;

export const INVITATION_WITH_CODE = query(`${STANDING} where invitation.code = ?`);

export const INVITATION_WITH_ID = query(`${STANDING} where invitation.id = ?`);

export const INVITATIONS_TO_ROOMS = query(
  (sql) => `${STANDING} where ${sql.anyOf('invitation.room_id')} order by invitation.id desc`,
);

export const INVITATIONS_TO_SERVER = query(`${STANDING} where invitation.room_id is null order by invitation.id desc`);

/** Into whichever room, the newest first. */
export const INVITATIONS_TO_ANY_ROOM = query(
  `${STANDING} where invitation.room_id is not null and invitation.id < ? order by invitation.id desc limit ?`,
);

/** Gives a row where there was a use left. */
export const TAKE_USE = query(
  `update invitation set uses_left = uses_left - 1 where id = ? and (uses_left is null or uses_left > 0) returning id`,
);

/** Gives a row where it was there. */
export const REMOVE_INVITATION = query('delete from invitation where id = ? returning id');

export const REMOVE_SPENT_IN_ROOM = query(
  'delete from invitation where room_id = ? and (expires_at <= ? or uses_left = 0)',
);

export const REMOVE_SPENT_OF_SERVER = query(
  'delete from invitation where room_id is null and (expires_at <= ? or uses_left = 0)',
);

export const REMOVE_INVITATIONS_TO_ROOM = query('delete from invitation where room_id = ?');
