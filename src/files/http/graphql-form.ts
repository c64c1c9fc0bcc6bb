import type { IncomingMessage, ServerResponse } from 'node:http';
import processRequest from 'graphql-upload/processRequest.mjs';
import Upload from 'graphql-upload/Upload.mjs';
import { z } from 'zod';
import { BrokenForm } from '../files.errors.js';
import { Part } from '../upload.scalar.js';
import { checkedBody } from './checked-body.js';
import { MAX_BYTES_AHEAD, SpooledFile } from './spooled-file.js';

const FIELD_BYTES = 128 * 1024;

const operations = z.looseObject({});
const map = z.record(z.string(), z.array(z.string().max(200)).max(1));

/**
 * A GraphQL multipart request, as the operation that it holds, with its file in its place among the variables. graphql-upload reads it and keeps
 * the file for a while; it is shown nothing before we have looked at it, for it takes paths that lead anywhere.
 */
export async function readGraphQLForm(
  request: IncomingMessage,
  response: ServerResponse,
  maxFileBytes: number,
): Promise<object> {
  const { form, ended, bytes } = checkedBody(request, { fields: 2, fieldBytes: FIELD_BYTES });
  response.once('close', () => bytes.destroy());
  const { fields, file } = await form;
  const place = placeOfFile(fields, file?.field);
  // It asks a request for its bytes and its headers, and these are those.
  const read = await processRequest(bytes as unknown as IncomingMessage, response, {
    maxFieldSize: FIELD_BYTES,
    // Never met: who stores the file refuses what is too large, in the server's words, before this much has come in.
    maxFileSize: maxFileBytes + 2 * MAX_BYTES_AHEAD,
    maxFiles: 1,
  });
  if (!file || !place) return read;
  const { holder, key } = placeIn(read, place);
  const upload: unknown = Reflect.get(holder, key);
  if (!(upload instanceof Upload)) throw new NotGraphQL();
  Reflect.set(holder, key, new Part(new SpooledFile(upload, file, ended)));
  return read;
}

/** Where the file belongs; undefined where the form names no place. Refuses whatever is not one operation with one file. */
function placeOfFile(fields: ReadonlyMap<string, string>, found: string | undefined): string | undefined {
  const operation = jsonOf(operations, fields.get('operations'));
  const places = Object.entries(jsonOf(map, fields.get('map')));
  if (places.length > 1) throw new BrokenForm('One file at a time.');
  const [[field, [place]] = ['', []]] = places;
  if (place === undefined) return undefined;
  if (field !== found) throw new BrokenForm('The form lacks the file that its map names.');
  // Only where the operation itself left a place free: a path leads to nothing that the request did not bring along.
  const { holder, key } = placeIn(operation, place);
  if (Reflect.get(holder, key) !== null) throw new NotGraphQL();
  return place;
}

function placeIn(operation: object, place: string): { holder: object; key: string } {
  const steps = place.split('.');
  const key = steps.pop() ?? '';
  let holder: unknown = operation;
  for (const step of steps) holder = Reflect.get(holderOf(holder, step), step);
  return { holder: holderOf(holder, key), key };
}

function holderOf(value: unknown, key: string): object {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) throw new NotGraphQL();
  return value;
}

function jsonOf<T>(schema: z.ZodType<T>, text = ''): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new NotGraphQL();
  }
}

class NotGraphQL extends BrokenForm {
  constructor() {
    super('This is not a GraphQL multipart request: the fields operations and map first, then the file.');
  }
}
