import { Migration } from '@mikro-orm/migrations';

/**
 * Whom messages name, and whose messages they answer. Who answered whom before is taken over. Whom older messages name is not looked for: nobody
 * was called then, and a badge for last year's words would help nobody; where one is edited, it is found.
 */
export class Mentions extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table message_mention (message_id uuid not null, user_id uuid not null, room_id uuid not null, number bigint not null, author_id uuid not null, primary key (message_id, user_id))',
  'create index message_mention_user_id_room_id_number_author_id_index on message_mention (user_id, room_id, number, author_id)',
  'create index message_mention_user_id_message_id_index on message_mention (user_id, message_id)',
  'create table room_mention (message_id uuid not null, room_id uuid not null, number bigint not null, author_id uuid not null, primary key (message_id))',
  'create index room_mention_room_id_number_author_id_index on room_mention (room_id, number, author_id)',
  'create table message_answer (message_id uuid not null, user_id uuid not null, primary key (message_id))',
  'create index message_answer_user_id_message_id_index on message_answer (user_id, message_id)',
  'insert into message_answer (message_id, user_id) select answer.id, original.author_id from message as answer join message as original on original.id = answer.reply_to_id where original.author_id <> answer.author_id',
];
