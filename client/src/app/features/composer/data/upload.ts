import type { StoredFile } from '../../../core/graphql/model';
import { done, OFFLINE, type Outcome, problem, refused } from '../../../core/graphql/problem';

export interface UploadRequest {
  readonly roomId: string;
  readonly file: File;
  readonly accessToken: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

export const CANCELLED = 'CANCELLED';

/** Sends one file. By XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function upload({ roomId, file, accessToken, signal, onProgress }: UploadRequest): Promise<Outcome<StoredFile>> {
  const form = new FormData();
  form.append('roomId', roomId);
  form.append('file', file);
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      resolve(answerOf(request));
    };
    request.onerror = () => {
      resolve(refused(problem(OFFLINE, 'The connection was lost. The upload starts again once it is back.')));
    };
    request.onabort = () => {
      resolve(refused(problem(CANCELLED, 'Cancelled.')));
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.open('POST', '/upload');
    request.setRequestHeader('authorization', `Bearer ${accessToken}`);
    request.responseType = 'json';
    request.send(form);
  });
}

function answerOf({ response, status }: XMLHttpRequest): Outcome<StoredFile> {
  const answer: unknown = response;
  if (status >= 200 && status < 300 && isStoredFile(answer)) return done(answer);
  if (isRefusal(answer)) return refused(problem(answer.code, answer.message));
  return refused(problem('INTERNAL_SERVER_ERROR', 'The file could not be stored. Please try again.'));
}

function isStoredFile(answer: unknown): answer is StoredFile {
  return isRecord(answer) && typeof answer['id'] === 'string' && typeof answer['url'] === 'string';
}

function isRefusal(answer: unknown): answer is { code: string; message: string } {
  return isRecord(answer) && typeof answer['code'] === 'string' && typeof answer['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
