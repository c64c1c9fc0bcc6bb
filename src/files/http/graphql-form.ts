import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { BrokenForm } from '../files.errors.js';
import { Part } from '../upload.scalar.js';
import { readForm } from './form.js';

const BOUNDS = { fields: 2, fieldBytes: 128 * 1024 };

const operations = z.looseObject({});
const map = z.record(z.string(), z.array(z.string().max(200)).max(1));

/** A GraphQL multipart request, as the operation that it holds, with its file in its place among the variables. */
export async function readGraphQLForm(request: IncomingMessage): Promise<object> {
  const { fields, file } = await readForm(request, BOUNDS);
  const operation = jsonOf(operations, fields.get('operations'));
  const places = Object.entries(jsonOf(map, fields.get('map')));
  if (places.length > 1) throw new BrokenForm('One file at a time.');
  for (const [field, [path]] of places) {
    if (path === undefined) continue;
    if (field !== file?.field) throw new BrokenForm('The form lacks the file that its map names.');
    put(operation, path, new Part(file));
  }
  return operation;
}

function jsonOf<T>(schema: z.ZodType<T>, text = ''): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new NotGraphQL();
  }
}

/** Only where the operation itself left a place free (null): a path leads to nothing that the request did not bring along. */
function put(operation: object, path: string, part: Part): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = operation;
  for (const step of steps) at = ownValue(at, step);
  if (ownValue(at, last) !== null) throw new NotGraphQL();
  Reflect.set(at as object, last, part);
}

function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) throw new NotGraphQL();
  return Reflect.get(holder, key);
}

class NotGraphQL extends BrokenForm {
  constructor() {
    super('This is not a GraphQL multipart request: the fields operations and map first, then the file.');
  }
}
