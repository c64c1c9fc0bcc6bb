import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isNonNullType,
  getNamedType,
  getNullableType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { type Asked, fragmentsOf } from '../asked-fields.js';
import { completionOf } from './completion.js';
import type { PlannedField, Selection } from './planned-field.js';
import { isSameForReaders } from './same-for-readers.js';

/** What an operation does, found out once: which fields are asked of which type, and how each of them is answered. */
export class Plan {
  readonly fragments: Asked['fragments'];
  private kept = 0;

  private constructor(
    readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** The plan of an operation; nothing where what is asked for depends on variables, or could not be an ordinary property of an answer. */
  static of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan | undefined {
    return isSteady(document) ? new Plan(schema, document, operation) : undefined;
  }

  readonly root = this.remembered((type) =>
    this.selection(type, collectFields(this.schema, this.fragments, {}, type, this.operation.selectionSet)),
  );

  private selection(parent: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>): Selection {
    return [...fields].flatMap(([key, nodes]) => this.field(parent, key, nodes) ?? []);
  }

  private field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): PlannedField | undefined {
    const definition = definitionOf(this.schema, parent, nodes[0]?.name.value ?? '');
    if (!definition) return undefined;
    const field = { key, nodes, parent, definition };
    return {
      ...field,
      isNullable: !isNonNullType(definition.type),
      isProperty: !definition.resolve && isLeafType(getNullableType(definition.type)),
      complete: completionOf(definition, parent.name),
      isSameForReaders:
        definition.extensions.sameForReaders === true &&
        nodes.every((node) => isSameForReaders(this, definition, node)),
      below: isLeafType(getNamedType(definition.type))
        ? nothing
        : this.remembered((type) =>
            this.selection(type, collectSubfields(this.schema, this.fragments, {}, type, nodes)),
          ),
    };
  }

  /**
   * Remembers the selections of a type, as long as they are not many times what the document's words come to: fragments that are
   * spread everywhere say much with few.
   */
  private remembered(select: (type: GraphQLObjectType) => Selection): (type: GraphQLObjectType) => Selection {
    const known = new Map<GraphQLObjectType, Selection>();
    return (type) => {
      const selection = known.get(type) ?? select(type);
      if (!known.has(type) && this.kept + selection.length <= FIELDS_PER_TOKEN * (this.document.tokenCount ?? 0)) {
        this.kept += selection.length;
        known.set(type, selection);
      }
      return selection;
    };
  }
}

/** Planned fields are gone with their document, whose weight counts them: see RememberedDocuments. */
const FIELDS_PER_TOKEN = 1;

const nothing = (): Selection => [];

function isSteady(document: DocumentNode): boolean {
  let isSteady = true;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value === 'skip' || name.value === 'include') isSteady = false;
    },
    // Set on an object, it would be its prototype.
    Field: ({ alias }) => {
      if (alias?.value === '__proto__') isSteady = false;
    },
  });
  return isSteady;
}

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}
