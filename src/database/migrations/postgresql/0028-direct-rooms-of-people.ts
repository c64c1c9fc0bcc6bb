import { Migration } from '@mikro-orm/migrations';

/** Leads from somebody to the direct rooms that are for them. */
export class DirectRoomsOfPeople extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = ['create index direct_user_user_id_room_id_index on direct_user (user_id, room_id)'];
