import { Migration } from '@mikro-orm/migrations';

/** An event is a room's, a person's or the house's, and may have particulars. */
export class OwnersOfEvents extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table event add column person_id uuid null',
  'alter table event add column particulars jsonb null',
  'alter table event alter column room_id drop not null',
  'alter table event alter column seq drop not null',
  'create index event_outside_rooms_index on event (person_id, position) where room_id is null',
];
