import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type FragmentDefinitionNode,
} from 'graphql';
import { Scales, type Weight } from './scales.js';
import { MAX_LEVELS, tooComplex, tooDeep } from './too-complex.js';
import { checkType, countOfValues } from './values.js';

// Where an operation holds as much as it may of everything, validating it costs less than a sign-in does.
const MAX_FIELDS = 600;
const MAX_ALIASES = 60;
const MAX_DIRECTIVES = 50;
const MAX_DEFINITIONS = 30;
const MAX_VARIABLES = 100;
const MAX_VALUES = 2000;

/** Refuses a document of too much, whatever it means. Before it is validated, which compares each field with each. */
export function refusalOfShape(document: DocumentNode): GraphQLError | undefined {
  try {
    checkDocument(document);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function checkDocument({ definitions }: DocumentNode): void {
  keep(definitions.length, MAX_DEFINITIONS, 'a document has', 'operations and fragments');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const scales = new Scales(fragments);
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, scales);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) checkWeight(scales.ofFragment(definition));
  }
}

function checkOperation(operation: OperationDefinitionNode, scales: Scales): void {
  const { variableDefinitions: variables = [], directives = [], selectionSet } = operation;
  keep(variables.length, MAX_VARIABLES, 'an operation has', 'variables');
  let values = 0;
  for (const { type, defaultValue } of variables) {
    checkType(type);
    if (defaultValue) values += countOfValues(defaultValue);
  }
  const own = [...directives, ...variables.flatMap((variable) => variable.directives ?? [])];
  const weight = scales.ofOperation(selectionSet, own);
  checkWeight({ ...weight, values: weight.values + values });
}

function checkWeight({ levels, fields, aliases, directives, values }: Weight): void {
  if (levels > MAX_LEVELS) throw tooDeep();
  keep(fields, MAX_FIELDS, 'an operation has', 'fields');
  keep(aliases, MAX_ALIASES, 'an operation has', 'aliases and repeated fields');
  keep(directives, MAX_DIRECTIVES, 'an operation has', 'directives');
  keep(values, MAX_VALUES, 'an operation has', 'values that are written into it');
}

function keep(amount: number, most: number, whoHas: string, what: string): void {
  if (amount > most) throw tooComplex(`${whoHas} at most ${String(most)} ${what}`);
}
