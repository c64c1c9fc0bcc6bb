import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type FragmentDefinitionNode,
} from 'graphql';
import { Scales, type Weight } from './scales.js';
import { MOST_LEVELS, tooComplex, tooDeep } from './too-complex.js';
import { checkType, checkValue } from './values.js';

// Where an operation holds as much as it may of everything, validating it costs less than a sign-in does.
const MOST_FIELDS = 600;
const MOST_ALIASES = 60;
const MOST_DIRECTIVES = 50;
const MOST_DEFINITIONS = 30;
const MOST_VARIABLES = 100;

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
  keep(definitions.length, MOST_DEFINITIONS, 'a document has', 'operations and fragments');
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
  keep(variables.length, MOST_VARIABLES, 'an operation has', 'variables');
  for (const { type, defaultValue } of variables) {
    checkType(type);
    if (defaultValue) checkValue(defaultValue);
  }
  const own = [...directives, ...variables.flatMap((variable) => variable.directives ?? [])];
  checkWeight(scales.ofOperation(selectionSet, own));
}

function checkWeight({ levels, fields, aliases, directives }: Weight): void {
  if (levels > MOST_LEVELS) throw tooDeep();
  keep(fields, MOST_FIELDS, 'an operation has', 'fields');
  keep(aliases, MOST_ALIASES, 'an operation has', 'aliases and fields that it asks for again');
  keep(directives, MOST_DIRECTIVES, 'an operation has', 'directives');
}

function keep(amount: number, most: number, whoHas: string, what: string): void {
  if (amount > most) throw tooComplex(`${whoHas} at most ${String(most)} ${what}`);
}
