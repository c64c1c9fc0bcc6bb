// What keeps FileUsage: no way of making or removing a file can forget it.

export const COUNT_IN_TRIGGER =
  "insert into `file_usage` (`owner_id`, `bytes`) values (new.`uploader_id`, new.`size` + new.`thumbnail_size`), ('*', new.`size` + new.`thumbnail_size`) on conflict (`owner_id`) do update set `bytes` = `bytes` + excluded.`bytes`";

export const COUNT_OUT_TRIGGER =
  "update `file_usage` set `bytes` = `bytes` - old.`size` - old.`thumbnail_size` where `owner_id` in (old.`uploader_id`, '*')";
