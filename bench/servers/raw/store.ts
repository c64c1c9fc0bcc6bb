import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { MessageRow } from './protocol.js';

const SCHEMA = `
  create table if not exists user (id text primary key, display_name text not null);
  create table if not exists message (
    id text primary key, room text not null, number integer not null, author_id text not null references user (id),
    body text not null, created_at text not null
  );
  create unique index if not exists message_room_number on message (room, number);
`;

const COLUMNS = `message.id, room, number, body, created_at as createdAt, author_id as authorId, display_name as authorName
  from message join user on user.id = author_id where room = ?`;

/** Messages in SQLite through the driver alone, one prepared statement for each question. */
export class Store {
  private readonly database: Database.Database;
  private readonly names: Map<string, string>;
  private readonly numbers = new Map<string, number>();
  private readonly insert;
  private readonly newest;
  private readonly older;
  private readonly newer;
  private readonly lastNumber;

  constructor(file: string, synchronous: string, people: number) {
    this.database = new Database(file);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma(`synchronous = ${synchronous}`);
    this.database.exec(SCHEMA);
    this.names = this.addPeople(people);
    this.insert = this.database.prepare<[string, string, number, string, string, string]>(
      'insert into message (id, room, number, author_id, body, created_at) values (?, ?, ?, ?, ?, ?)',
    );
    this.newest = this.database.prepare<[string], MessageRow>(`select ${COLUMNS} order by number desc limit 50`);
    this.older = this.database.prepare<[string, number], MessageRow>(
      `select ${COLUMNS} and number < ? order by number desc limit 50`,
    );
    this.newer = this.database.prepare<[string, number], MessageRow>(
      `select ${COLUMNS} and number > ? order by number limit 1000`,
    );
    this.lastNumber = this.database.prepare<[string], { last: number | null }>(
      'select max(number) as last from message where room = ?',
    );
  }

  add(room: string, authorId: string, body: string): MessageRow {
    const number = (this.numbers.get(room) ?? this.lastNumber.get(room)?.last ?? 0) + 1;
    this.numbers.set(room, number);
    const authorName = this.names.get(authorId);
    if (authorName === undefined) throw new Error('Nobody of this name.');
    const message = { id: randomUUID(), room, number, body, createdAt: new Date().toISOString(), authorId, authorName };
    this.insert.run(message.id, room, number, authorId, body, message.createdAt);
    return message;
  }

  latest(room: string): MessageRow[] {
    return this.newest.all(room).reverse();
  }

  before(room: string, number: number): MessageRow[] {
    return this.older.all(room, number).reverse();
  }

  after(room: string, number: number): MessageRow[] {
    return this.newer.all(room, number);
  }

  together(work: () => void): void {
    this.database.transaction(work)();
  }

  private addPeople(people: number): Map<string, string> {
    const add = this.database.prepare('insert or ignore into user (id, display_name) values (?, ?)');
    const names = Array.from({ length: people }, (_, person) => [String(person), `Person ${String(person)}`] as const);
    this.together(() => {
      for (const [id, name] of names) add.run(id, name);
    });
    return new Map(names);
  }
}
