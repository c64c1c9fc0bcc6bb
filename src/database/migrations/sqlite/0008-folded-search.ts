import { Migration } from '@mikro-orm/migrations';
import { foldForSearch } from '../../../rules/index.js';
import { searchTextOf } from '../../../text/index.js';

/** Rooms and people are found whatever the accents, and rooms that everybody has left give their name back. */
export class FoldedSearch extends Migration {
  override async up(): Promise<void> {
    await this.execute("alter table `user` add column `search_text` text not null default ''");
    await this.execute('update `room` set `public_name_key` = null where `member_count` = 0');
    for (const { id, name, topic } of await this.rows<Named>('select `id`, `name`, `topic` from `room`')) {
      const keys = [foldForSearch(name), searchTextOf(name, topic), id];
      await this.execute('update `room` set `name_key` = ?, `search_text` = ? where `id` = ?', keys);
    }
    for (const { id, username, displayName } of await this.rows<Person>(PEOPLE)) {
      await this.execute('update `user` set `search_text` = ? where `id` = ?', [
        searchTextOf(username, displayName),
        id,
      ]);
    }
  }

  private async rows<Row>(sql: string): Promise<Row[]> {
    return (await this.execute(sql)) as Row[];
  }
}

const PEOPLE = 'select `id`, `username`, `display_name` as `displayName` from `user`';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
}

interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}
