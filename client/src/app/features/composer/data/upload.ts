import type { StoredFile } from '../../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../../core/graphql/problem';
import { after } from '../../../shared/time/timer';
import { problemOf, TIMED_OUT, unreadable } from '../upload-problem';

export interface UploadRequest {
  readonly roomId: string;
  readonly file: File;
  readonly accessToken: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

export const CANCELLED = 'CANCELLED';

/** After so many milliseconds in which nothing moved, nobody listens any more: some networks lose a line without a word. */
const MAX_STANDSTILL = 60_000;

/** Sends one file. By XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function upload({ roomId, file, accessToken, signal, onProgress }: UploadRequest): Promise<Outcome<StoredFile>> {
  const form = new FormData();
  form.append('roomId', roomId);
  form.append('file', file);
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    let cancelStandstill = (): void => undefined;
    const end = (outcome: Outcome<StoredFile>): void => {
      cancelStandstill();
      resolve(outcome);
    };
    const moved = (): void => {
      cancelStandstill();
      cancelStandstill = after(MAX_STANDSTILL, () => {
        end(refused(problem(TIMED_OUT, 'The upload stood still.')));
        request.abort();
      });
    };
    let sent = 0;
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      // Browsers tell of it from time to time, also where nothing has moved.
      if (loaded > sent) moved();
      sent = loaded;
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      end(answerOf(request, file));
    };
    request.onerror = () => {
      void whyCutOff(file).then(end);
    };
    request.onabort = () => {
      end(refused(problem(CANCELLED, 'Cancelled.')));
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    moved();
    request.open('POST', '/upload');
    request.setRequestHeader('authorization', `Bearer ${accessToken}`);
    request.responseType = 'json';
    request.send(form);
  });
}

/** The browser does not say whether the network failed or the file: reading a byte of it tells. */
async function whyCutOff(file: File): Promise<Outcome<StoredFile>> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    return refused(unreadable());
  }
  return refused(problemOf({ status: 0, answer: null, retryAfter: null }, file.size));
}

function answerOf(request: XMLHttpRequest, file: File): Outcome<StoredFile> {
  const { status } = request;
  const answer: unknown = request.response;
  if (status >= 200 && status < 300 && isStoredFile(answer)) return done(answer);
  return refused(problemOf({ status, answer, retryAfter: request.getResponseHeader('retry-after') }, file.size));
}

function isStoredFile(answer: unknown): answer is StoredFile {
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('url' in answer)) return false;
  return typeof answer.id === 'string' && typeof answer.url === 'string';
}
