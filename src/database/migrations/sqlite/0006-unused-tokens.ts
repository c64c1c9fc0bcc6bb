import { Migration } from '@mikro-orm/migrations';

/** Whether the newest tokens of a session were ever used. Of those that were given out before nobody knows: they count as used. */
export class UnusedTokens extends Migration {
  override up(): void {
    this.addSql('alter table `session` add column `is_used` integer not null default true');
  }
}
