import { Migration } from '@mikro-orm/migrations';

/** Whether the newest tokens of a session were ever used. */
export class UnusedTokens extends Migration {
  override up(): void {
    this.addSql('alter table session add column is_used boolean not null default true');
  }
}
