import { Migration } from '@mikro-orm/migrations';

/** With which nonces rooms were made, for ever, and accounts, for a while: so that a lost answer can be given again. */
export class NoncesOfRoomsAndAccounts extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table room_nonce (room_id uuid primary key, author_id uuid not null, nonce text not null, fingerprint text not null)',
  'create unique index room_nonce_author_id_nonce_unique on room_nonce (author_id, nonce)',
  'create table registration (user_id uuid primary key, nonce_hash text not null, created_at bigint not null)',
  'create unique index registration_nonce_hash_unique on registration (nonce_hash)',
  'create index registration_created_at_index on registration (created_at)',
];
