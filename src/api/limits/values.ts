import { Kind, type TypeNode, type ValueNode } from 'graphql';
import { MOST_LEVELS, tooDeep } from './too-complex.js';

/** Throws where a value that is written into a document nests too deeply. */
export function checkValue(value: ValueNode, level = 1): void {
  if (level > MOST_LEVELS) throw tooDeep();
  if (value.kind === Kind.LIST) for (const entry of value.values) checkValue(entry, level + 1);
  if (value.kind === Kind.OBJECT) for (const field of value.fields) checkValue(field.value, level + 1);
}

/** The same for a variable's type, which may be a list of lists. */
export function checkType(type: TypeNode): void {
  let inner = type;
  for (let level = 1; inner.kind !== Kind.NAMED_TYPE; level += 1) {
    if (level > MOST_LEVELS) throw tooDeep();
    inner = inner.type;
  }
}
