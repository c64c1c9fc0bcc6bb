import { type FieldNode, getNamedType, type GraphQLField, visit } from 'graphql';
import { type Asked, everyField, isViewerDependent } from '../asked-fields.js';

/** Whether what is asked below a field depends neither on who looks nor on variables. */
export function isSameForReaders(asked: Asked, { type }: GraphQLField<unknown, unknown>, node: FieldNode): boolean {
  return (
    node.selectionSet === undefined ||
    everyField(
      asked,
      getNamedType(type),
      node.selectionSet,
      (field, definitions) => !holdsVariable(field) && !isViewerDependent(definitions),
    )
  );
}

function holdsVariable({ arguments: given = [] }: FieldNode): boolean {
  let holds = false;
  for (const argument of given)
    visit(argument, {
      Variable: () => {
        holds = true;
      },
    });
  return holds;
}
