import { type EntityMetadata, type EntityProperty, JsonType } from '@mikro-orm/core';
import type { Dialect, EntityQuery } from './dialect/index.js';
import { TextValue } from './text-value.js';

/** The whole statement of a query for entities, each column under the name of its property. */
export function textOf(query: EntityQuery<object>, meta: EntityMetadata, dialect: Dialect): string {
  return `${selectOf(meta, dialect)} where ${query.textIn(dialect)}`;
}

/** Turns what SQLite keeps as numbers and texts into what the entity's properties are. */
export function restorerOf({ props }: EntityMetadata): (row: Record<string, unknown>) => void {
  const dates = stored(props).filter(({ runtimeType }) => runtimeType === 'Date');
  const documents = stored(props).filter(({ customType }) => customType instanceof JsonType);
  const values = stored(props).flatMap(({ name, customType }) =>
    customType instanceof TextValue ? [{ name, type: customType as TextValue<unknown> }] : [],
  );
  return (row) => {
    for (const { name } of dates) if (typeof row[name] === 'number') row[name] = new Date(row[name]);
    for (const { name } of documents) if (typeof row[name] === 'string') row[name] = JSON.parse(row[name]);
    for (const { name, type } of values)
      if (typeof row[name] === 'string') row[name] = type.convertToJSValue(row[name]);
  };
}

function selectOf({ tableName, props }: EntityMetadata, dialect: Dialect): string {
  const quoted = (name: string): string => dialect.quoted(name);
  const table = quoted(tableName);
  const columns = stored(props).map(
    ({ name, fieldNames: [column = name] }) => `${table}.${quoted(column)} as ${quoted(name)}`,
  );
  return `select ${columns.join(', ')} from ${table}`;
}

function stored(props: readonly EntityProperty[]): EntityProperty[] {
  return props.filter(({ persist, fieldNames }) => persist !== false && fieldNames.length === 1);
}
