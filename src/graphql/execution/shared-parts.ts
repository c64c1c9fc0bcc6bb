import { isPromise } from './is-promise.js';
import type { Path } from './path.js';
import type { Complete, Execution, PlannedField } from './planned-field.js';

/** What was made of a value for a field, or is being made; nothing of it where something went wrong. */
type Part = { readonly made: object } | { readonly making: Promise<object | undefined> };

const parts = new WeakMap<object, WeakMap<PlannedField, Part>>();
const texts = new WeakMap<object, string | undefined>();

/**
 * Completes what a field marked `@SameForReaders()` answers with once for all who are given the same object and ask the same of it. Each of them was asked
 * for the right to it before: who is refused has no such object.
 */
export function completedOnce(complete: Complete): Complete {
  return (run, field, value, path) => {
    if (!field.isSameForReaders || !run.mayShare || typeof value !== 'object' || value === null)
      return complete(run, field, value, path);
    const known = partsOf(value).get(field);
    if (!known) return first(complete, run, field, value, path);
    run.noteShared();
    if ('made' in known) return known.made;
    // Where something went wrong, each is told so in an answer of their own.
    return known.making.then((part) => part ?? complete(run, field, value, path));
  };
}

/** Whether an object is a part of several answers. */
export function isSharedPart(part: object): boolean {
  return texts.has(part);
}

/** An answer's JSON: that of its shared parts is written once. */
export function sharedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isSharedPart(value)) return jsonOfPart(value);
  if (Array.isArray(value)) return `[${value.map(sharedJson).join(',')}]`;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${sharedJson(inner)}`).join(',')}}`;
}

function first(
  complete: Complete,
  run: Execution,
  field: PlannedField,
  value: object,
  path: Path | undefined,
): unknown {
  const errors = run.errors.length;
  const keep = (part: unknown): object | undefined => {
    // An error stands in the answer beside the part, and whoever is given the part alone would not be told.
    if (run.errors.length > errors || typeof part !== 'object' || part === null) {
      partsOf(value).delete(field);
      return undefined;
    }
    partsOf(value).set(field, { made: part });
    texts.set(part, undefined);
    run.noteShared();
    return part;
  };
  const completed = complete(run, field, value, path);
  if (!isPromise(completed)) {
    keep(completed);
    return completed;
  }
  partsOf(value).set(field, { making: completed.then(keep, () => keep(undefined)) });
  return completed;
}

function partsOf(value: object): WeakMap<PlannedField, Part> {
  const known = parts.get(value) ?? new WeakMap<PlannedField, Part>();
  parts.set(value, known);
  return known;
}

function jsonOfPart(part: object): string {
  const text = texts.get(part) ?? JSON.stringify(part);
  texts.set(part, text);
  return text;
}
