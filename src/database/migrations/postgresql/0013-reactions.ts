import { Migration } from '@mikro-orm/migrations';

/** What people react with to messages. */
export class Reactions extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table reaction (message_id uuid not null, user_id uuid not null, emoji text not null, seq bigint not null, first_seq bigint not null, constraint reaction_message_id_foreign foreign key (message_id) references message (id), constraint reaction_user_id_foreign foreign key (user_id) references "user" (id), primary key (message_id, user_id, emoji))',
  'create index reaction_message_id_emoji_seq_index on reaction (message_id, emoji, seq)',
];
