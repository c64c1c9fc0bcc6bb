import { Migration } from '@mikro-orm/migrations';

/** Which message a message answers. */
export class Answers extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = ['alter table `message` add column `reply_to_id` text null'];
