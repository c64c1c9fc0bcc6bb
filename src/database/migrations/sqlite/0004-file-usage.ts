import { Migration } from '@mikro-orm/migrations';

/** How many bytes of files are stored for each person and for everybody ('*'), kept by the database itself. */
export class FileUsage extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `file_usage` (`owner_id` text not null primary key, `bytes` integer not null)',
  "insert into `file_usage` (`owner_id`, `bytes`) select `uploader_id`, sum(`size`) from `file` group by `uploader_id` union all select '*', coalesce(sum(`size`), 0) from `file`",
  "create trigger `file_stored` after insert on `file` begin insert into `file_usage` (`owner_id`, `bytes`) values (new.`uploader_id`, new.`size`), ('*', new.`size`) on conflict (`owner_id`) do update set `bytes` = `bytes` + excluded.`bytes`; end",
  "create trigger `file_removed` after delete on `file` begin update `file_usage` set `bytes` = `bytes` - old.`size` where `owner_id` in (old.`uploader_id`, '*'); end",
];
