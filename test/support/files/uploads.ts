import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { TestServer } from '../servers/server.js';

/** Whoever asks, a person or a visitor. */
export interface Caller {
  readonly server: Pick<TestServer, 'url'>;
  readonly bearer: Record<string, string>;
}

export interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly url: string;
  readonly thumbnailUrl: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export type Content = string | Buffer<ArrayBuffer>;

const UPLOAD_FILE = `mutation ($input: UploadFileInput!) {
  uploadFile(input: $input) { file { id name mediaType size url thumbnailUrl width height } }
}`;

/** Uploads by GraphQL; a refusal comes back as its code. */
export async function uploadFile(
  caller: Caller,
  { id: roomId }: { id: string },
  name: string,
  content: Content,
): Promise<Uploaded | string> {
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: UPLOAD_FILE, variables: { input: { roomId, file: null } } }));
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.append('0', new Blob([content]), name);
  const answer = await fetch(`${caller.server.url}/graphql`, { method: 'POST', headers: caller.bearer, body: form });
  const { data, errors } = (await answer.json()) as {
    data?: { uploadFile: { file: Uploaded } | null } | null;
    errors?: { extensions: { code: string } }[];
  };
  return data?.uploadFile?.file ?? errors?.[0]?.extensions.code ?? 'no answer';
}

/** Uploads a file that must be taken. */
export async function upload(caller: Caller, room: { id: string }, name: string, content: Content): Promise<Uploaded> {
  const answer = await uploadFile(caller, room, name, content);
  if (typeof answer === 'string') throw new Error(`The upload of ${name} was refused: ${answer}.`);
  return answer;
}

export interface PlainAnswer {
  readonly status: number;
  readonly body: Partial<Uploaded> & { code?: string; message?: string };
}

/** Uploads as plain HTTP clients do; the fields go out in the order given. */
export async function postUpload(caller: Caller, fields: readonly [string, string | File][]): Promise<PlainAnswer> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const answer = await fetch(`${caller.server.url}/upload`, { method: 'POST', headers: caller.bearer, body: form });
  return { status: answer.status, body: (await answer.json()) as PlainAnswer['body'] };
}

/** An upload that goes on until it is stopped. */
export function beginsUpload({ server, bearer }: Caller, from: Record<string, string> = {}): () => void {
  const stopping = new AbortController();
  const body = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('--x\r\n'));
    },
  });
  const headers = { ...bearer, ...from, 'content-type': 'multipart/form-data; boundary=x' };
  // The types of `fetch` do not know yet that a stream needs it.
  const streamed = { duplex: 'half' };
  const request = { method: 'POST', headers, body, signal: stopping.signal, ...streamed };
  fetch(`${server.url}/upload`, request).catch(() => undefined);
  return () => {
    stopping.abort();
  };
}

/** Asks for a path of the server, as the caller, by Bearer. */
export function get(
  caller: Caller,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  return fetch(caller.server.url + path, { method, headers: { ...caller.bearer, ...headers } });
}

export async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

/** Every file below the folder of uploads, finished or not. */
export async function filesOnDisk({ folder }: Pick<TestServer, 'folder'>): Promise<string[]> {
  const entries = await readdir(join(folder, 'uploads'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** A picture that nothing else is quite like. */
export function picture(width = 120, height = 80): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  return sharp({ create: { width, height, channels: 3, background: 'teal', noise } });
}

/** A large picture that is quickly made, and small as a file. */
export function aPlainPicture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: 'teal' }, limitInputPixels: false });
}

/** A BMP of 24 bits for a pixel; with a height below zero its first row stands at the top. */
export function aBitmap(width: number, height: number): Buffer<ArrayBuffer> {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * Math.abs(height), 0x8c);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.writeUInt32LE(0, 30);
  return bytes;
}
