import { query } from '../database/index.js';

export const EMAIL_ADDRESS_OF = query(
  `select user_id as "userId", address, confirmed_at as "confirmedAt", pending_address as "pendingAddress", pending_id as "pendingId",
    pending_token_hash as "pendingTokenHash", pending_until as "pendingUntil", failing_since as "failingSince", failure
  from email_address where user_id = ?`,
);

export const PUT_PENDING_ADDRESS = query(
  `insert into email_address (user_id, pending_address, pending_id, pending_token_hash, pending_until) values (?, ?, ?, ?, ?)
  on conflict (user_id) do update set pending_address = excluded.pending_address, pending_id = excluded.pending_id,
    pending_token_hash = excluded.pending_token_hash, pending_until = excluded.pending_until`,
);

export const DROP_PENDING_ADDRESS = query(
  'update email_address set pending_address = null, pending_id = null, pending_token_hash = null, pending_until = null where user_id = ?',
);

/** Whose link it is, where it still works and its owner can sign in. */
export const PENDING_ADDRESS_WITH_TOKEN = query(
  `select email_address.user_id as "userId", address, pending_address as "pendingAddress"
  from email_address join "user" on "user".id = email_address.user_id
  where pending_token_hash = ? and pending_until > ? and "user".ended_at is null and "user".disabled_at is null`,
);

export const CONFIRM_PENDING_ADDRESS = query(
  `update email_address set address = pending_address, address_key = ?, confirmed_at = ?, failing_since = null, failure = null,
    pending_address = null, pending_id = null, pending_token_hash = null, pending_until = null
  where user_id = ? and pending_token_hash = ?`,
);

export const REMOVE_EMAIL_ADDRESS = query('delete from email_address where user_id = ?');

/** Who can have a new password sent to them: by their username, or by their address. */
export const OWNERS_TO_REMIND = query(
  `select "user".id as "userId", email_address.address
  from email_address join "user" on "user".id = email_address.user_id
  where (email_address.address_key = ? or email_address.user_id = (select id from "user" where username_key = ?)) and email_address.address is not null
    and "user".kind = 'PERSON' and "user".ended_at is null and "user".disabled_at is null
  order by "user".id limit ?`,
);

/** Only of the address that was refused: it may be another one by now. */
export const NOTE_ADDRESS_FAILING = query(
  'update email_address set failing_since = coalesce(failing_since, ?), failure = ? where user_id = ? and address = ? returning user_id',
);

export const NOTE_ADDRESS_WORKS = query(
  'update email_address set failing_since = null, failure = null where user_id = ? and address = ? and failing_since is not null returning user_id',
);

/** Of somebody who can sign in, by what is told to them in an e-mail. */
export const NAME_OF_OWNER = query(
  'select username from "user" where id = ? and ended_at is null and disabled_at is null',
);
