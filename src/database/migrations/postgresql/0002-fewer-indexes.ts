import { Migration } from '@mikro-orm/migrations';

/** Indexes that another one serves by its first column: each cost every message or membership a write. */
export class FewerIndexes extends Migration {
  override up(): void {
    for (const index of SERVED_BY_OTHERS) this.addSql(`drop index ${index}`);
  }
}

const SERVED_BY_OTHERS = [
  'message_room_id_index',
  'message_author_id_index',
  'membership_room_id_index',
  'membership_user_id_index',
];
