import { z } from 'zod';
import { Refusal } from '../../../errors/index.js';
import {
  BrokenUploadRequest,
  MoreThanAnnounced,
  UploadIsBusy,
  UploadNotFound,
  WrongOffset,
} from '../../files.errors.js';

const told = z.object({ status_code: z.number(), body: z.string() });

/** What went wrong, in the server's own words: @tus/server answers with a status and a line of text. */
export function refusalIn(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { data } = told.safeParse(error);
  return data ? refusalOf(data.status_code, data.body.trim()) : error;
}

export function refusalOf(status: number, words: string): Error {
  if (status === 404 || status === 410) return new UploadNotFound();
  if (status === 409) return new WrongOffset();
  if (status === 413) return new MoreThanAnnounced();
  // The request broke off, or gave way to a newer one.
  if (status === 400 && words.startsWith('Request aborted')) return new UploadIsBusy();
  return status < 500 || status === 501 ? new BrokenUploadRequest(`${words}.`) : new Error(words);
}
