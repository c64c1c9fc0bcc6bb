import { Kind, type TypeNode, type ValueNode } from 'graphql';
import { MAX_LEVELS, tooDeep } from './too-complex.js';

/** How many values a value that is written into a document comes to, those within it and itself. Throws where it nests too deeply. */
export function countOfValues(value: ValueNode, level = 1): number {
  if (level > MAX_LEVELS) throw tooDeep();
  let count = 1;
  if (value.kind === Kind.LIST) for (const entry of value.values) count += countOfValues(entry, level + 1);
  if (value.kind === Kind.OBJECT) for (const field of value.fields) count += countOfValues(field.value, level + 1);
  return count;
}

/** The same bound of levels for a variable's type, which may be a list of lists. */
export function checkType(type: TypeNode): void {
  let inner = type;
  for (let level = 1; inner.kind !== Kind.NAMED_TYPE; level += 1) {
    if (level > MAX_LEVELS) throw tooDeep();
    inner = inner.type;
  }
}
