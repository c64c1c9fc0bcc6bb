import { Type } from '@mikro-orm/core';

/** A value that an entity has and a column keeps as text. */
export abstract class TextValue<Value> extends Type<Value, string> {
  abstract override convertToDatabaseValue(value: Value): string;
  abstract override convertToJSValue(text: string): Value;

  override getColumnType(): string {
    return 'text';
  }
}
