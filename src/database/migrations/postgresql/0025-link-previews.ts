import { Migration } from '@mikro-orm/migrations';

/** Previews of pages that messages link to, their pictures, and which messages have them, are to be looked at, or are to have none. */
export class LinkPreviews extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table preview_picture (version text not null primary key, key text not null, width integer not null, height integer not null, size bigint not null, sha256 text not null, is_unused boolean not null)',
  'create unique index preview_picture_key_unique on preview_picture (key)',
  'create index preview_picture_unused_index on preview_picture (version) where is_unused = true',
  "create table link_preview (id uuid not null primary key, url text not null, state text check (state in ('PENDING', 'MADE', 'NONE')) not null, title text null, description text null, site_name text null, picture_version text null, attempts integer not null, next_attempt_at bigint not null, expires_at bigint not null, constraint link_preview_picture_version_foreign foreign key (picture_version) references preview_picture (version))",
  'create index link_preview_picture_version_index on link_preview (picture_version)',
  'create index link_preview_url_expires_at_index on link_preview (url, expires_at)',
  "create index link_preview_pending_index on link_preview (next_attempt_at) where state = 'PENDING'",
  'create table message_link (message_id uuid not null, place integer not null, url text not null, preview_id uuid not null, constraint message_link_message_id_foreign foreign key (message_id) references message (id), constraint message_link_preview_id_foreign foreign key (preview_id) references link_preview (id), primary key (message_id, place))',
  'create index message_link_preview_id_index on message_link (preview_id)',
  'create table link_preview_due (message_id uuid not null primary key)',
  'create table removed_link_previews (message_id uuid not null primary key)',
];
