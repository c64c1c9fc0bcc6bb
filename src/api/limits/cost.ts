import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { costOfIntrospection, isIntrospection } from './introspection-cost.js';
import { tooComplex } from './too-complex.js';

/** What one query may cost: about one page of 50 rooms, each with a page of 50 messages. */
const HIGHEST_COST = 60_000;
/** Enough for the room that was just joined, with a page of what was said in it. */
const HIGHEST_COST_OF_MUTATION = 30_000;
/** The same for each event of a subscription: what it comes to in bytes waits for every reader. */
const HIGHEST_COST_OF_EVENT = 500;

const HIGHEST_COSTS: Readonly<Record<OperationTypeNode, number>> = {
  [OperationTypeNode.QUERY]: HIGHEST_COST,
  [OperationTypeNode.MUTATION]: HIGHEST_COST_OF_MUTATION,
  [OperationTypeNode.SUBSCRIPTION]: HIGHEST_COST_OF_EVENT,
};

/** Any other field costs one. An event with as many long texts as it may hold is about a megabyte. */
const COST_OF_TEXT = 20;
const COST_OF_TEXT_IN_EVENT = 10;
/** A list that looks through all rooms for a page of them: of thousands, as long as some hundred messages take. */
const COST_OF_SEARCH = 2000;

/** What an operation costs, as its answer tells in `extensions.cost`. */
export interface Cost {
  readonly requested: number;
  readonly limit: number;
}

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** What an operation costs; or, before anything of it is executed, why it is refused: it asks for too much, or is at fault. */
export function costWithinLimit(operation: Operation): Cost | GraphQLError {
  const requested = knownCostOf(operation) ?? costOf(operation);
  if (requested instanceof GraphQLError) return atFault(requested.message);
  const cost = { requested, limit: limitOf(operation) };
  if (requested <= cost.limit) return cost;
  if (!Number.isFinite(requested)) return tooComplex('it has more fields than can be counted');
  return tooComplex(
    `it costs ${requested.toLocaleString('en')}; the limit is ${cost.limit.toLocaleString('en')}. Ask for smaller pages, or for less of each`,
  );
}

function limitOf(operation: Operation): number {
  return HIGHEST_COSTS[kindOf(operation)];
}

function kindOf({ document, operationName }: Operation): OperationTypeNode {
  return getOperationAST(document, operationName)?.operation ?? OperationTypeNode.QUERY;
}

/** What operations cost that cost the same whatever their variables say; gone with their document. */
const knownCosts = new WeakMap<OperationDefinitionNode, number>();
const documentsOfOneCost = new WeakMap<DocumentNode, boolean>();

function knownCostOf({ document, operationName }: Operation): number | undefined {
  const node = getOperationAST(document, operationName);
  return node ? knownCosts.get(node) : undefined;
}

function remember({ document, operationName }: Operation, cost: number): void {
  const node = getOperationAST(document, operationName);
  if (node && hasOneCost(document)) knownCosts.set(node, cost);
}

/** Arguments that say how much is answered, or whether anything is; those of introspection among them. */
const DECISIVE_ARGUMENTS = ['first', 'last', 'count', 'ids', 'if', 'name', 'includeDeprecated'];

/** Whether neither a page's size, nor whether something is asked for at all, is up to a variable. */
function hasOneCost(document: DocumentNode): boolean {
  const known = documentsOfOneCost.get(document);
  if (known !== undefined) return known;
  let isOne = true;
  visit(document, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && DECISIVE_ARGUMENTS.includes(name.value)) isOne = false;
    },
  });
  documentsOfOneCost.set(document, isOne);
  return isOne;
}

/** A list costs its entries times what is asked of each; the schema's description of itself what it is. */
function entriesTimesFields(operation: Operation): ComplexityEstimator {
  const { schema, document, variables } = operation;
  const isEvent = kindOf(operation) === OperationTypeNode.SUBSCRIPTION;
  const costOfText = isEvent ? COST_OF_TEXT_IN_EVENT : COST_OF_TEXT;
  const asked = { schema, document, variables: { ...variables }, limit: limitOf(operation) };
  return ({ args, childComplexity, field, node }) => {
    if (field.extensions.costsNothing === true) return 0;
    return isIntrospection(field.name)
      ? costOfIntrospection(asked, node)
      : ownCost(field, costOfText) + childComplexity * entriesOf(field, args);
  };
}

function ownCost({ extensions }: Parameters<ComplexityEstimator>[0]['field'], costOfText: number): number {
  if (extensions.long === true) return costOfText;
  return extensions.looksThrough === true ? COST_OF_SEARCH : 1;
}

function entriesOf(field: Parameters<ComplexityEstimator>[0]['field'], args: Record<string, unknown>): number {
  const { atMost } = field.extensions;
  if (typeof atMost === 'number') return atMost;
  if (Array.isArray(args.ids)) return args.ids.length;
  return field.args.some(({ name }) => name === 'first' || name === 'count') ? pageSizeOf(args) : 1;
}

/** The cost, or an argument's mistake that stands in the way of counting it. */
function costOf(operation: Operation): number | GraphQLError {
  const { schema, document, operationName, variables } = operation;
  try {
    const cost = getComplexity({
      schema,
      query: document,
      ...(operationName != null && { operationName }),
      variables: { ...variables },
      estimators: [entriesTimesFields(operation)],
    });
    // Only what was really counted: a mistake in the variables of one caller says nothing about those of the next.
    remember(operation, cost);
    return cost;
  } catch (error) {
    // Variables that do not fit are told field by field by the execution, which then does nothing else.
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    if (getVariableValues(schema, definitions, { ...variables }).errors) return 0;
    // Whatever else cannot be counted is not executed: there are more fields than the counting takes, or an argument is at fault.
    return error instanceof GraphQLError && error.nodes ? error : Infinity;
  }
}

function pageSizeOf(args: Record<string, unknown>): number {
  const asked = args.first ?? args.last ?? args.count;
  return typeof asked === 'number' ? Math.min(100, Math.max(1, asked)) : 50;
}

function atFault(sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}
