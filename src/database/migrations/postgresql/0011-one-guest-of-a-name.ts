import { Migration } from '@mikro-orm/migrations';

/** Of the guests who are there, one has a name. */
export class OneGuestOfAName extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create unique index user_guest_name_unique on "user" (display_name_key) where kind = 'GUEST' and ended_at is null`,
];
