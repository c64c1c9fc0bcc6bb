import { Migration } from '@mikro-orm/migrations';

/**
 * Of the guests who are there, one has a name. That was looked after before this, and an old database should hold no two of a name; one that
 * does keeps them as they are called, and the name is the first one's.
 */
export class OneGuestOfAName extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  "update `user` set `display_name_key` = `display_name_key` || ' ' || `id` where `kind` = 'GUEST' and `ended_at` is null and exists (select 1 from `user` as `first` where `first`.`kind` = 'GUEST' and `first`.`ended_at` is null and `first`.`display_name_key` = `user`.`display_name_key` and `first`.`id` < `user`.`id`)",
  "create unique index `user_guest_name_unique` on `user` (`display_name_key`) where `kind` = 'GUEST' and `ended_at` is null",
];
