import type { Dialect } from './dialect.js';

export const sqlite: Dialect = {
  name: 'sqlite',
  quoted: (name) => `\`${name}\``,
  anyOf: (column) => `${column} in (select value from json_each(?))`,
  contains: (column) => `instr(${column}, ?) > 0`,
  greatest: (...values) => `max(${values.join(', ')})`,
  least: (...values) => `min(${values.join(', ')})`,
  typedRows: (count, types) => `values ${Array<string>(count).fill(row(types)).join(', ')}`,
  // BINARY is what a column has where nothing else was said; written out, it would keep the index from finding where a page begins.
  ordered: (column) => column,
  tokenTable: {
    key: 'rowid',
    put: (table) => `insert or replace into ${table} (rowid, tokens) values (?, ?)`,
    // Tokens are words of its language as they stand.
    has: (table, { isAnyOf, isNoneOf }) => {
      const all = `'(' || replace(?, ' ', ' AND ') || ')'`;
      const any = isAnyOf ? ` || ' AND (' || replace(?, ' ', ' OR ') || ')'` : '';
      const none = isNoneOf ? ` || ' NOT (' || replace(?, ' ', ' OR ') || ')'` : '';
      return `${table} match (${all}${any}${none})`;
    },
  },
  noLimit: 'limit -1',
  numbered: (text) => text,
};

/** SQLite compares by what the column holds. */
function row(types: readonly unknown[]): string {
  return `(${types.map(() => '?').join(', ')})`;
}
