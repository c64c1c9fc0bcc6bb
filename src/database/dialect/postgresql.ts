import type { ColumnType, Dialect } from './dialect.js';

export const postgresql: Dialect = {
  name: 'postgresql',
  quoted: (name) => `"${name}"`,
  anyOf: (column) => `${column} = any(?)`,
  contains: (column) => `strpos(${column}, ?) > 0`,
  greatest: (...values) => `greatest(${values.join(', ')})`,
  least: (...values) => `least(${values.join(', ')})`,
  typedRows: (count, types) => `values ${Array<string>(count).fill(row(types)).join(', ')}`,
  ordered: (column) => `${column} collate "C"`,
  tokenTable: {
    key: 'position',
    put: (table) =>
      `insert into ${table} (position, tokens) values (?, ${LIST}) on conflict (position) do update set tokens = excluded.tokens`,
    has: (table, { isAnyOf, isNoneOf }) => {
      const tokens = `${table}.tokens`;
      const any = isAnyOf ? ` and ${tokens} && ${LIST}` : '';
      const none = isNoneOf ? ` and not ${tokens} && ${LIST}` : '';
      return `${tokens} @> ${LIST}${any}${none}`;
    },
  },
  noLimit: 'limit all',
  numbered: (text) => {
    let count = 0;
    return text.replace(PARAMETER, (found) => (found === '?' ? `$${String((count += 1))}` : found));
  },
};

const LIST = `string_to_array(?, ' ')`;

/** A parameter, or what is in quotes and so is none. */
const PARAMETER = /'[^']*'|"[^"]*"|\?/g;

const TYPES: Readonly<Record<ColumnType, string>> = { uuid: 'uuid', int64: 'bigint', text: 'text' };

/** Without their types PostgreSQL takes all of them for text. */
function row(types: readonly ColumnType[]): string {
  return `(${types.map((type) => `cast(? as ${TYPES[type]})`).join(', ')})`;
}
