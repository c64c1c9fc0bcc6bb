/** The type of a column that a parameter is compared with, where the database cannot see that for itself. */
export type ColumnType = 'uuid' | 'int64' | 'text';

/**
 * A table that finds rows by words without spaces, given as one text with spaces between them. It numbers its rows, and has the tokens in a column of that name.
 */
export interface TokenTable {
  /** The column of the numbers. */
  readonly key: string;
  /** Keeps the tokens of a number, instead of those that it had. Parameters: the number, the tokens. */
  readonly put: (table: string) => string;
  /** True where a row has all tokens of a parameter, where `isAnyOf` one of those of the next, and where `isNoneOf` none of those of the last. */
  readonly has: (table: string, wanted: { readonly isAnyOf: boolean; readonly isNoneOf: boolean }) => string;
}

/**
 * What databases say differently. Everything else in a `*.queries.ts` is SQL that all of them take: parameters are `?`, and a
 * name that is a reserved word or has capitals stands in double quotes.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgresql';
  /** The name of a table or a column, also where it is a reserved word. */
  quoted(name: string): string;
  /** True where the column has one of the values of a list. The list is one parameter, so the text is the same for each length. */
  anyOf(column: string): string;
  /** True where the column holds the text of a parameter, letter for letter. */
  contains(column: string): string;
  /** The greatest of several values, none of them null. */
  greatest(...values: readonly string[]): string;
  /** The least of several values, none of them null. */
  least(...values: readonly string[]): string;
  /** So many rows of parameters, one of each type in a row: what `with … as (…)` takes. */
  typedRows(count: number, types: readonly ColumnType[]): string;
  /** A text that a page is ordered by, and where it goes on: in the order of code points, whatever the language of the database. */
  ordered(column: string): string;
  /** FTS5 in SQLite; in PostgreSQL an array with an index. */
  readonly tokenTable: TokenTable;
  /** What stands before an `offset` where there is no limit. */
  readonly noLimit: string;
  /** The text with its parameters named as the driver takes them. */
  numbered(text: string): string;
}
