import type {
  FieldNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
} from 'graphql';
import type { Path } from './path.js';

/** A field of an operation, as far as it is the same each time that the operation is executed. */
export interface PlannedField {
  /** Its name in the answer. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly isNullable: boolean;
  /** It is a property of what it is asked of, and ends there: nothing below it, nobody to call. */
  readonly isProperty: boolean;
  readonly complete: Complete;
  /** What it answers with is the same for all who may read it, and so is what is asked of that. */
  readonly isSameForReaders: boolean;
  /** What is asked of the objects that the field answers with. */
  readonly below: (type: GraphQLObjectType) => Selection;
}

export type Selection = readonly PlannedField[];

/** Makes what an answer holds of what a resolver gave. The path is where the value is; a property has its parent's, for it ends there. */
export type Complete = (run: Execution, field: PlannedField, value: unknown, path: Path | undefined) => unknown;

/** What completing a value needs of the execution that it is part of. */
export interface Execution {
  readonly schema: GraphQLSchema;
  readonly context: unknown;
  readonly errors: readonly GraphQLError[];
  /** Whether what others were answered may stand in this answer. */
  readonly mayShare: boolean;
  /** Notes that a part of the answer is one of others too. */
  noteShared(): void;
  fields(selection: Selection, source: unknown, path: Path | undefined): unknown;
  infoOf(field: PlannedField, path: Path): GraphQLResolveInfo;
  /** Notes an error for the answer, where the place that it is at is still part of it. */
  fail(error: GraphQLError, path: Path | undefined): null;
}
