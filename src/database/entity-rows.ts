import { type EntityMetadata, type EntityProperty, JsonType } from '@mikro-orm/core';

/** The beginning of a statement that reads an entity's table, each column under the name of its property. */
export function selectOf({ tableName, props }: EntityMetadata): string {
  const columns = stored(props).map(
    ({ name, fieldNames }) => `\`${tableName}\`.\`${String(fieldNames[0])}\` as \`${name}\``,
  );
  return `select ${columns.join(', ')} from \`${tableName}\``;
}

/** Turns what SQLite keeps as numbers and texts into what the entity's properties are. */
export function restorerOf({ props }: EntityMetadata): (row: Record<string, unknown>) => void {
  const dates = stored(props).filter(({ runtimeType }) => runtimeType === 'Date');
  const documents = stored(props).filter(({ customType }) => customType instanceof JsonType);
  return (row) => {
    for (const { name } of dates) if (typeof row[name] === 'number') row[name] = new Date(row[name]);
    for (const { name } of documents) if (typeof row[name] === 'string') row[name] = JSON.parse(row[name]);
  };
}

function stored(props: readonly EntityProperty[]): EntityProperty[] {
  return props.filter(({ persist, fieldNames }) => persist !== false && fieldNames.length === 1);
}
