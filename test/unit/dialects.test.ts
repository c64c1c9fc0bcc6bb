import { describe, expect, it } from 'vitest';
import { entityQuery, Int64, oncePer, query } from '#server/database/index.js';
import { postgresql, sqlite } from '#server/database/dialect/index.js';
import { User } from '#server/users/index.js';

describe('a query', () => {
  it('has its parameters as each driver takes them, and what is in quotes is none', () => {
    const asked = query(`select "is it?", 'or not?' from room where id = ? and name = ?`);
    expect(asked.textIn(sqlite)).toBe(`select "is it?", 'or not?' from room where id = ? and name = ?`);
    expect(asked.textIn(postgresql)).toBe(`select "is it?", 'or not?' from room where id = $1 and name = $2`);
  });

  it('is written in the words of each database', () => {
    const asked = entityQuery(User, (sql) => `${sql.anyOf('id')} and ${sql.contains('search_text')}`);
    expect(asked.textIn(sqlite)).toBe('id in (select value from json_each(?)) and instr(search_text, ?) > 0');
    expect(asked.textIn(postgresql)).toBe('id = any($1) and strpos(search_text, $2) > 0');
  });

  it('is written once, however often it is asked', () => {
    let times = 0;
    const asked = query(() => `select ${String((times += 1))}`);
    expect([asked.textIn(sqlite), asked.textIn(sqlite)]).toEqual(['select 1', 'select 1']);
  });

  it('that asks for several of a kind is the same one each time, so that it stays prepared', () => {
    const asked = oncePer((rooms: number, isNext: boolean) => query(`select ${String(rooms)} where ${String(isNext)}`));
    expect(asked(2, true)).toBe(asked(2, true));
    expect(asked(2, false)).not.toBe(asked(2, true));
  });
});

describe('a whole number of 64 bits', () => {
  it('is a plain number, also where the driver gives digits', () => {
    expect([7, '9007199254740991'].map((value) => new Int64().convertToJSValue(value))).toEqual([7, 9007199254740991]);
  });

  it('is refused where it would be rounded', () => {
    expect(() => new Int64().convertToJSValue('9007199254740993')).toThrow('no safe integer');
  });
});
