import { type EntityProperty, type Platform, Type } from '@mikro-orm/core';
import { SqlitePlatform } from '@mikro-orm/sqlite';

/**
 * A whole number that has 64 bits in the database and is a plain number here: a place in the log or in a room, or a size in bytes.
 * SQLite's `integer` has them; PostgreSQL's ends at 2,147,483,647. A number too large to be told from its neighbours is a fault, never rounded.
 */
export class Int64 extends Type<number, number | string> {
  override convertToDatabaseValue(value: number): number {
    return value;
  }

  override convertToJSValue(value: number | string): number {
    const number = Number(value);
    if (!Number.isSafeInteger(number))
      throw new Error(`The database holds ${String(value)}, which is no safe integer.`);
    return number;
  }

  override compareAsType(): string {
    return 'number';
  }

  override getColumnType(prop: EntityProperty, platform: Platform): string {
    if (platform instanceof SqlitePlatform) return 'integer';
    return platform.getBigIntTypeDeclarationSQL(prop);
  }
}
