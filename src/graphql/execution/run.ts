import {
  getArgumentValues,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  locatedError,
} from 'graphql';
import { BatchScope } from '../batch-scope.js';
import { isPromise } from './is-promise.js';
import { keysOf, type Path } from './path.js';
import type { Plan } from './plan.js';
import type { Execution, PlannedField, Selection } from './planned-field.js';

type Answered = Record<string, unknown>;

/** One execution of a plan. */
export class Run implements Execution {
  readonly errors: GraphQLError[] = [];
  readonly mayShare: boolean;
  /** Whether a part of the answer is one of others too. */
  isShared = false;
  private readonly nulled = new Set<Path | undefined>();

  constructor(
    readonly plan: Plan,
    readonly root: unknown,
    readonly context: unknown,
    readonly variables: Record<string, unknown>,
  ) {
    // Whoever remembers an answer is told of all that it shows, and would not be of what another has read.
    this.mayShare = !(context instanceof BatchScope && context.notesShown);
  }

  get schema(): GraphQLSchema {
    return this.plan.schema;
  }

  /** All at once, as queries are. Promises only where there is something to wait for. */
  fields(selection: Selection, source: unknown, path: Path | undefined): Answered | Promise<Answered> {
    const answered: Answered = {};
    const waiting: Promise<void>[] = [];
    try {
      for (const field of selection) {
        const value = field.isProperty ? this.property(field, source, path) : this.field(field, source, path);
        answered[field.key] = value;
        if (isPromise(value)) waiting.push(value.then((settled) => void (answered[field.key] = settled)));
      }
    } catch (error) {
      const fail = (): never => {
        throw error;
      };
      // What the others still wait for may fail as well, and is nobody's then.
      if (waiting.length > 0) return Promise.all(waiting).then(fail, fail);
      throw error;
    }
    return waiting.length === 0 ? answered : Promise.all(waiting).then(() => answered);
  }

  /** One after the other, as mutations are. */
  serially(selection: Selection, source: unknown): Answered | Promise<Answered> {
    const answered: Answered = {};
    let before: Promise<void> | undefined;
    for (const field of selection) {
      const value = before
        ? before.then(() => this.field(field, source, undefined))
        : this.field(field, source, undefined);
      if (isPromise(value)) before = value.then((settled) => void (answered[field.key] = settled));
      else answered[field.key] = value;
    }
    return before ? before.then(() => answered) : answered;
  }

  noteShared(): void {
    this.isShared = true;
  }

  fail(error: GraphQLError, path: Path | undefined): null {
    for (let at = path; at; at = at.prev) if (this.nulled.has(at)) return null;
    if (this.nulled.has(undefined)) return null;
    this.nulled.add(path);
    this.errors.push(error);
    return null;
  }

  infoOf({ definition, nodes, parent }: PlannedField, path: Path): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.plan;
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: parent,
      path,
      schema,
      fragments,
      rootValue: this.root,
      operation,
      variableValues: this.variables,
    };
  }

  private field(field: PlannedField, source: unknown, parent: Path | undefined): unknown {
    const path = { prev: parent, key: field.key, typename: field.parent.name };
    try {
      const value = this.valueOf(field, source, path);
      const completed = isPromise(value)
        ? value.then((settled) => field.complete(this, field, settled, path))
        : field.complete(this, field, value, path);
      return isPromise(completed)
        ? completed.then(undefined, (error: unknown) => this.failed(field, error, path))
        : completed;
    } catch (error) {
      return this.failed(field, error, path);
    }
  }

  /** The same for what most fields are, without a path, which is asked for by errors alone. */
  private property(field: PlannedField, source: unknown, parent: Path | undefined): unknown {
    try {
      const value = isObjectLike(source) ? source[field.definition.name] : undefined;
      if (typeof value !== 'function' && !isPromise(value)) return field.complete(this, field, value, parent);
    } catch (error) {
      return this.failed(field, error, { prev: parent, key: field.key, typename: field.parent.name });
    }
    return this.field(field, source, parent);
  }

  private valueOf(field: PlannedField, source: unknown, path: Path): unknown {
    const { definition, nodes } = field;
    const { resolve, name } = definition;
    const property = !resolve && isObjectLike(source) ? source[name] : undefined;
    if (!resolve && typeof property !== 'function') return property;
    const [node] = nodes;
    const given = definition.args.length > 0 && node ? getArgumentValues(definition, node, this.variables) : {};
    const info = this.infoOf(field, path);
    if (resolve) return resolve(source, given, this.context, info);
    return isCallable(property) ? property.call(source, given, this.context, info) : property;
  }

  private failed({ isNullable, nodes }: PlannedField, error: unknown, path: Path): null {
    const located = locatedError(error, nodes, keysOf(path));
    if (!isNullable) throw located;
    return this.fail(located, path);
  }
}

function isObjectLike(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isCallable(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
