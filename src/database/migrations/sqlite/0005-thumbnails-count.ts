import { Migration } from '@mikro-orm/migrations';

/** Small pictures count as bytes of files, too: of those that were made before, nobody knows how many there are. */
export class ThumbnailsCount extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table `file` add column `thumbnail_size` integer not null default 0',
  'drop trigger `file_stored`',
  'drop trigger `file_removed`',
  "create trigger `file_stored` after insert on `file` begin insert into `file_usage` (`owner_id`, `bytes`) values (new.`uploader_id`, new.`size` + new.`thumbnail_size`), ('*', new.`size` + new.`thumbnail_size`) on conflict (`owner_id`) do update set `bytes` = `bytes` + excluded.`bytes`; end",
  "create trigger `file_removed` after delete on `file` begin update `file_usage` set `bytes` = `bytes` - old.`size` - old.`thumbnail_size` where `owner_id` in (old.`uploader_id`, '*'); end",
];
