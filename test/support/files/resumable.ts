import { createHash } from 'node:crypto';
import type { Caller, Uploaded } from './uploads.js';

/** How the server answered a request of tus. */
export interface TusAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Upload-Offset. */
  readonly offset: number | null;
  readonly code?: string;
  readonly message?: string;
}

const VERSION = { 'tus-resumable': '1.0.0' };

export async function asksTus(
  caller: Caller,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: BodyInit,
): Promise<TusAnswer> {
  const answer = await fetch(new URL(path, caller.server.url), {
    method,
    headers: { ...caller.bearer, ...VERSION, ...headers },
    ...(body !== undefined && { body }),
  });
  return tusAnswer(answer);
}

async function tusAnswer(answer: Response): Promise<TusAnswer> {
  const text = await answer.text();
  const offset = answer.headers.get('upload-offset');
  return {
    status: answer.status,
    headers: answer.headers,
    offset: offset === null ? null : Number(offset),
    ...(text.startsWith('{') && (JSON.parse(text) as Pick<TusAnswer, 'code' | 'message'>)),
  };
}

export function metadataOf(entries: Record<string, string>): string {
  return Object.entries(entries)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

/** Announces a file; the answer names the address of its upload. */
export function announces(
  caller: Caller,
  { id: roomId }: { id: string },
  { filename = 'a.bin', length }: { filename?: string; length: number },
): Promise<TusAnswer> {
  const headers = { 'upload-length': String(length), 'upload-metadata': metadataOf({ roomId, filename }) };
  return asksTus(caller, 'POST', '/upload/resumable', headers);
}

/** The address of an upload that must be taken. */
export async function begins(
  caller: Caller,
  room: { id: string },
  file: { filename?: string; length: number },
): Promise<string> {
  const { status, code, headers } = await announces(caller, room, file);
  const address = headers.get('location');
  if (status !== 201 || address === null) throw new Error(`The upload was refused: ${String(status)} ${code ?? ''}`);
  return address;
}

export function sendsPart(caller: Caller, address: string, offset: number, bytes: BodyInit): Promise<TusAnswer> {
  const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  return asksTus(caller, 'PATCH', address, headers, bytes);
}

export function asksHowFar(caller: Caller, address: string): Promise<TusAnswer> {
  return asksTus(caller, 'HEAD', address);
}

export function givesUp(caller: Caller, address: string): Promise<TusAnswer> {
  return asksTus(caller, 'DELETE', address);
}

/** The stored file of a finished upload. */
export async function fileOf(caller: Caller, address: string): Promise<Uploaded> {
  const answer = await fetch(new URL(address, caller.server.url), { headers: caller.bearer });
  if (!answer.ok) throw new Error(`The upload has no file: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as Uploaded;
}

/** A part that goes on until it is told to stop; the server has taken what was fed to it once it says so. */
export class PartUnderWay {
  private readonly stopping = new AbortController();
  private feeding: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly answered: Promise<TusAnswer | 'cut off'>;

  constructor(caller: Caller, address: string, offset: number) {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.feeding = stream;
      },
    });
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    this.answered = fetch(new URL(address, caller.server.url), {
      method: 'PATCH',
      headers: { ...caller.bearer, ...VERSION, ...headers },
      body,
      signal: this.stopping.signal,
      // The types of `fetch` do not know yet that a stream needs it.
      ...({ duplex: 'half' } as object),
    }).then(tusAnswer, () => 'cut off' as const);
  }

  feeds(bytes: Uint8Array): void {
    this.feeding?.enqueue(bytes);
  }

  ends(): void {
    this.feeding?.close();
  }

  breaks(): void {
    this.stopping.abort();
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** As any client of tus goes on: it asks how far the upload is, sends what is missing, and asks for the file. */
export async function finishes(caller: Caller, address: string, bytes: Buffer<ArrayBuffer>): Promise<Uploaded> {
  for (;;) {
    const { status, offset, code } = await asksHowFar(caller, address);
    if (status === 200 && offset === bytes.length) return fileOf(caller, address);
    if (status !== 200 || offset === null)
      throw new Error(`The upload cannot go on: ${String(status)} ${code ?? ''}`.trim());
    await sendsPart(caller, address, offset, bytes.subarray(offset));
  }
}
