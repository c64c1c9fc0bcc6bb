import type { Engine, Row } from './engines.js';

/** What a database has, in words that do not depend on which one it is. */
export interface Shape {
  /** By table and column: its kind, whether it may be null, and its default. */
  readonly columns: Named;
  /** By table and name: its columns, whether they are unique, and which rows it has. The primary key is one of them. */
  readonly indexes: Named;
  readonly references: Named;
  /** By table and column: the words that it takes. */
  readonly choices: Named;
  readonly triggers: Named;
}

type Named = Record<string, string>;

export async function shapeOfSqlite({ ask }: Engine): Promise<Shape> {
  const columns =
    await ask(`select t.name as "table", c.name, lower(c.type) as kind, c."notnull" as required, c.dflt_value as fallback
    from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and ${OURS}`);
  const indexes = await ask(`select t.name as "table", i.name, i."unique" as is_unique, i.origin, s.sql,
      (select group_concat(c.name, ', ') from (select * from pragma_index_info(i.name) order by seqno) c) as columns
    from sqlite_master t, pragma_index_list(t.name) i left join sqlite_master s on s.name = i.name
    where t.type = 'table' and i.origin <> 'pk' and ${OURS}`);
  const keys = await ask(`select t.name as "table",
      (select group_concat(c.name, ', ') from (select * from pragma_table_info(t.name) where pk > 0 order by pk) c) as columns
    from sqlite_master t where t.type = 'table' and ${OURS}`);
  const references = await ask(`select t.name as "table", f."from" as name, f."table" || '.' || f."to" as target
    from sqlite_master t, pragma_foreign_key_list(t.name) f where t.type = 'table' and ${OURS}`);
  const tables = await ask(`select name, sql from sqlite_master t where type = 'table' and ${OURS}`);
  const triggers = await ask(`select tbl_name as "table", name from sqlite_master where type = 'trigger'`);
  return {
    columns: named(columns, columnInWords),
    indexes: {
      ...named(indexes, (row) => indexInWords(row, /\bwhere (.*)$/i.exec(text(row.sql))?.[1])),
      ...keysOf(keys),
    },
    references: named(references, ({ target }) => text(target)),
    choices: Object.fromEntries(tables.flatMap(({ name, sql }) => choicesIn(text(name), text(sql)))),
    triggers: named(triggers, () => 'there'),
  };
}

export async function shapeOfPostgresql({ ask }: Engine): Promise<Shape> {
  const columns = await ask(`select c.table_name as "table", c.column_name as name, c.data_type as kind,
      c.is_nullable = 'NO' as required, c.column_default as fallback
    from information_schema.columns c where c.table_schema = 'public' and c.table_name not like 'mikro_orm%' and c.table_name <> 'message_index'`);
  const indexes =
    await ask(`select t.relname as "table", i.relname as name, x.indisunique as is_unique, x.indisprimary as is_key,
      pg_get_expr(x.indpred, x.indrelid) as which,
      (select string_agg(a.attname, ', ' order by k.n) from unnest(x.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relname not like 'mikro_orm%' and t.relname <> 'message_index'`);
  const constraints = await ask(`select t.relname as "table", c.contype as type, pg_get_constraintdef(c.oid) as words
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'public'::regnamespace and t.relname not like 'mikro_orm%' and t.relname <> 'message_index'`);
  const triggers =
    await ask(`select t.relname as "table", g.tgname as name from pg_trigger g join pg_class t on t.oid = g.tgrelid
    where not g.tgisinternal and g.tgtype & ${EMPTIES} = 0`);
  const wordsOf = (type: string): Row[] => constraints.filter((row) => row.type === type);
  return {
    columns: named(columns, columnInWords),
    indexes: {
      ...named(
        indexes.filter((row) => row.is_key !== true),
        (row) => indexInWords(row, row.which),
      ),
      ...keysOf(indexes.filter((row) => row.is_key === true)),
    },
    references: Object.fromEntries(wordsOf('f').map(({ table, words }) => referenceIn(text(table), text(words)))),
    choices: Object.fromEntries(wordsOf('c').flatMap(({ table, words }) => choicesIn(text(table), text(words)))),
    triggers: named(triggers, () => 'there'),
  };
}

/** Not SQLite's own, not the list of the migrations, and not what finds words: each database has that in its own way. */
const OURS = `t.name not like 'sqlite\\_%' escape '\\' and t.name not like 'mikro_orm%' and t.name not like 'message\\_index%' escape '\\'`;

/** SQLite has no way to empty a table at once, and so nothing that refuses it: the bit of PostgreSQL's triggers that do. */
const EMPTIES = '32';

/** What each calls the kinds. SQLite has times and what is true or false as whole numbers, and no ids but texts. */
const KINDS: Record<string, string> = {
  text: 'text',
  uuid: 'text',
  integer: 'whole number',
  bigint: 'whole number',
  datetime: 'whole number',
  boolean: 'whole number',
  json: 'document',
  jsonb: 'document',
};

function columnInWords({ kind, required, fallback }: Row): string {
  const defaults = fallback == null ? '' : ` default ${text(fallback).replace(/::\w+$/, '')}`;
  return `${KINDS[text(kind)] ?? text(kind)}${Number(required) === 1 ? '' : ' or null'}${defaults}`;
}

function indexInWords({ columns, is_unique: isUnique }: Row, which: unknown): string {
  const rows =
    which == null
      ? ''
      : ` where ${text(which)
          .toLowerCase()
          .replaceAll(/[`()]|::text/g, '')
          .trim()}`;
  return `${Number(isUnique) === 1 ? 'unique ' : ''}(${text(columns)})${rows}`;
}

function keysOf(rows: readonly Row[]): Named {
  return Object.fromEntries(rows.map(({ table, columns }) => [`${text(table)}, the key`, `(${text(columns)})`]));
}

function referenceIn(table: string, words: string): [string, string] {
  const [, column = words, target = '', key = ''] =
    /FOREIGN KEY \((\w+)\) REFERENCES "?(\w+)"?\((\w+)\)/.exec(words) ?? [];
  return [`${table}.${column}`, `${target}.${key}`];
}

function choicesIn(table: string, sql: string): [string, string][] {
  const checks = sql.matchAll(/check \(+`?(\w+)`? (?:in|= any) \(([^)]*)\)/gi);
  return [...checks].map(([, column = '', words = '']) => [
    `${table}.${column}`,
    [...words.matchAll(/'(\w+)'/g)].map(([, word]) => word).join(', '),
  ]);
}

function named(rows: readonly Row[], inWords: (row: Row) => string): Named {
  return Object.fromEntries(rows.map((row) => [`${text(row.table)}.${text(row.name)}`, inWords(row)]));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
