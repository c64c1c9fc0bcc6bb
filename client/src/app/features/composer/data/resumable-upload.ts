import { DetailedError, Upload } from 'tus-js-client';
import type { StoredFile } from '../../../core/graphql/model';
import { done, type Outcome, problem, type Problem, refused, signedOut } from '../../../core/graphql/problem';
import { after } from '../../../shared/time/timer';
import { problemOf, TIMED_OUT, type UploadEnd, unreadable } from '../upload-problem';

export interface UploadRequest {
  readonly roomId: string;
  readonly file: File;
  /** Where an earlier attempt got to; null for a new one. */
  readonly address: string | null;
  readonly accessToken: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  /** Null where there is nothing to go on with any more. */
  readonly onAddress: (address: string | null) => void;
}

export const CANCELLED = 'CANCELLED';

const ENDPOINT = '/upload/resumable';

/** After so many milliseconds in which nothing moved, nobody listens any more: some networks lose a line without a word. */
const MAX_STANDSTILL = 60_000;

/** Sends one file, or the rest of it. What arrived of it before a line broke is not sent again. */
export async function uploadResumably(request: UploadRequest): Promise<Outcome<StoredFile>> {
  const sent = await send(request);
  if (sent.ok) return storedFile(sent.value, request);
  if (!sent.isLost) return refused(sent.problem);
  request.onAddress(null);
  return uploadResumably({ ...request, address: null });
}

/** Tells the server that the rest will not come. Without an answer it waits for a day, and forgets it then. */
export async function giveUpUpload(address: string, accessToken: string): Promise<void> {
  try {
    await Upload.terminate(address, { headers: authorization(accessToken), retryDelays: null });
  } catch {
    // It may be stored already, or the line is gone.
  }
}

type Sent =
  | { readonly ok: true; readonly value: string }
  /** Lost is an earlier attempt that the server does not know any more. */
  | { readonly ok: false; readonly problem: Problem; readonly isLost: boolean };

function send({ roomId, file, address, accessToken, signal, onProgress, onAddress }: UploadRequest): Promise<Sent> {
  const failed = (found: Problem, isLost = false): Sent => ({ ok: false, problem: found, isLost });
  return new Promise((resolve) => {
    let cancelStandstill = (): void => undefined;
    const end = (outcome: Sent): void => {
      cancelStandstill();
      resolve(outcome);
    };
    const upload = new Upload(file, {
      // With an address alone: what goes wrong with it must not begin another one behind our back.
      ...(address === null ? { endpoint: ENDPOINT } : { uploadUrl: address }),
      headers: authorization(accessToken),
      metadata: { roomId, filename: file.name },
      // When to try again is the queue's to say, and what is kept over a reload as well.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (upload.url !== null) onAddress(pathOf(upload.url));
      },
      onProgress: (sent, total) => {
        if (sent > furthest) moved();
        furthest = Math.max(furthest, sent);
        if (total > 0) onProgress(sent / total);
      },
      onSuccess: () => {
        end({ ok: true, value: pathOf(upload.url ?? '') });
      },
      onError: (error) => {
        void problemIn(error, file).then((found) => {
          end(failed(found, isLost(error)));
        });
      },
    });
    let furthest = -1;
    const moved = (): void => {
      cancelStandstill();
      cancelStandstill = after(MAX_STANDSTILL, () => {
        end(failed(problem(TIMED_OUT, $localize`The upload stood still.`)));
        void upload.abort();
      });
    };
    signal.addEventListener('abort', () => {
      end(failed(problem(CANCELLED, 'Cancelled.')));
      void upload.abort();
    });
    moved();
    upload.start();
  });
}

async function storedFile(address: string, { file, accessToken }: UploadRequest): Promise<Outcome<StoredFile>> {
  const end = await fetch(address, { headers: authorization(accessToken) }).then(
    async (answer): Promise<UploadEnd> => ({
      status: answer.status,
      answer: jsonOf(await answer.text()),
      retryAfter: answer.headers.get('retry-after'),
    }),
    (): UploadEnd => ({ status: 0, answer: null, retryAfter: null }),
  );
  const { status, answer } = end;
  return status === 200 && isStoredFile(answer) ? done(answer) : refused(problemOf(end, file.size));
}

/** The browser does not say whether the network failed or the file: reading a byte of it tells. */
async function problemIn(error: Error, file: File): Promise<Problem> {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  const wordless = isOfHead(error) ? wordlessProblem(status) : null;
  if (wordless) return wordless;
  if (status === 0 && !(await isReadable(file))) return unreadable();
  const retryAfter = response?.getHeader('Retry-After') ?? null;
  return problemOf({ status, answer: jsonOf(response?.getBody() ?? ''), retryAfter }, file.size);
}

/** A new attempt is told why, where it is refused as well. */
function isLost(error: Error): boolean {
  return isOfHead(error) && LOST.has(error.originalResponse?.getStatus() ?? 0);
}

/** The answer to such a request has no words. */
function isOfHead(error: Error): error is DetailedError {
  return error instanceof DetailedError && error.originalRequest.getMethod() === 'HEAD';
}

function wordlessProblem(status: number): Problem | null {
  switch (status) {
    case 401:
      return signedOut();
    case 409:
      return problem('CONFLICT', $localize`The upload was interrupted.`);
    default:
      return null;
  }
}

const LOST = new Set([400, 403, 404, 410, 413, 415]);

async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function authorization(accessToken: string): Record<string, string> {
  return { Authorization: `Bearer ${accessToken}` };
}

/** As it is kept: the page may be opened under another name of the server. */
function pathOf(url: string): string {
  return new URL(url, location.href).pathname;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isStoredFile(answer: unknown): answer is StoredFile {
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('url' in answer)) return false;
  return typeof answer.id === 'string' && typeof answer.url === 'string';
}
