import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
} from 'graphql';
import { isPromise } from './is-promise.js';
import { keysOf, type Path } from './path.js';
import type { Complete, Execution, PlannedField } from './planned-field.js';
import { completedOnce } from './shared-parts.js';

const known = new WeakMap<GraphQLField<unknown, unknown>, Complete>();

/** How a field's values are completed (GraphQL, "Value Completion"): once for the schema, whoever asks for it. */
export function completionOf(definition: GraphQLField<unknown, unknown>, parent: string): Complete {
  const complete = known.get(definition) ?? ofField(definition, `${parent}.${definition.name}`);
  known.set(definition, complete);
  return complete;
}

function ofField({ type, extensions }: GraphQLField<unknown, unknown>, name: string): Complete {
  const complete = ofType(type, name);
  return extensions.sameForReaders === true ? completedOnce(complete) : complete;
}

function ofType(type: GraphQLOutputType, name: string): Complete {
  if (isNonNullType(type)) return nonNull(ofType(type.ofType, name), name);
  const complete = ofNullable(type, name);
  return (run, field, value, path) => {
    if (value == null) return null;
    if (value instanceof Error) throw value;
    return complete(run, field, value, path);
  };
}

function nonNull(complete: Complete, name: string): Complete {
  return (run, field, value, path) => {
    const completed = complete(run, field, value, path);
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${name}.`);
    return completed;
  };
}

function ofNullable(type: GraphQLOutputType, name: string): Complete {
  if (isListType(type)) return list(type, name);
  if (isLeafType(type)) return leaf(type);
  if (isAbstractType(type)) return abstract(type, name);
  if (isObjectType(type)) return object(type);
  throw new Error(`${name} has a type that no answer can hold.`);
}

function leaf(type: GraphQLLeafType): Complete {
  return (_run, _field, value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized == null) throw new Error(`${type.name} made nothing of a value.`);
    return serialized;
  };
}

function object(type: GraphQLObjectType): Complete {
  return (run, field, value, path) => {
    if (!type.isTypeOf) return run.fields(field.below(type), value, path);
    const fits = type.isTypeOf(value, run.context, infoAt(run, field, path));
    const go = (isOfType: boolean): unknown => {
      if (!isOfType) throw new GraphQLError(`Expected value of type "${type.name}".`, { nodes: field.nodes });
      return run.fields(field.below(type), value, path);
    };
    return isPromise(fits) ? fits.then(go) : go(fits);
  };
}

function abstract(type: GraphQLAbstractType, name: string): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const objects = new Map<string, Complete>();
  return (run, field, value, path) => {
    const go = (found: unknown): unknown => {
      const concrete = typeof found === 'string' ? run.schema.getType(found) : undefined;
      if (!isObjectType(concrete) || !run.schema.isSubType(type, concrete))
        throw new GraphQLError(`${name} answered with something of none of the types that ${type.name} can be.`, {
          nodes: field.nodes,
        });
      const complete = objects.get(concrete.name) ?? object(concrete);
      objects.set(concrete.name, complete);
      return complete(run, field, value, path);
    };
    const found = resolveType(value, run.context, infoAt(run, field, path), type);
    return isPromise(found) ? found.then(go) : go(found);
  };
}

function list(type: GraphQLList<GraphQLOutputType>, name: string): Complete {
  const complete = ofType(type.ofType, name);
  const isNullable = !isNonNullType(type.ofType);
  return (run, field, value, prev) => {
    if (!isIterable(value)) throw new GraphQLError(`Expected Iterable, but did not find one for field "${name}".`);
    const failed = (error: unknown, path: Path): null => {
      const located = locatedError(error, field.nodes, keysOf(path));
      if (!isNullable) throw located;
      return run.fail(located, path);
    };
    const waiting: Promise<unknown>[] = [];
    const itemAt = (item: unknown, key: number): unknown => {
      const path = { prev, key, typename: undefined };
      try {
        const completed = isPromise(item)
          ? item.then((settled) => complete(run, field, settled, path))
          : complete(run, field, item, path);
        if (!isPromise(completed)) return completed;
        const settling = completed.then(undefined, (error: unknown) => failed(error, path));
        waiting.push(settling);
        return settling;
      } catch (error) {
        return failed(error, path);
      }
    };
    try {
      const items = Array.from(value, itemAt);
      return waiting.length > 0 ? Promise.all(items) : items;
    } catch (error) {
      // What the entries before it still wait for may fail as well: the process would end with an error that nobody took.
      void Promise.allSettled(waiting);
      throw error;
    }
  };
}

function infoAt(run: Execution, field: PlannedField, path: Path | undefined): GraphQLResolveInfo {
  return run.infoOf(field, path ?? { prev: undefined, key: field.key, typename: field.parent.name });
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
