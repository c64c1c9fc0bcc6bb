import { isId } from '../runtime/index.js';
import { AttachedTwice, NotYoursToAttach, TooManyAttachments } from './files.errors.js';

export const MAX_ATTACHMENTS = 10;

/** What can be said of a list of attachments without looking at the files. */
export function assertAttachable(fileIds: readonly string[]): void {
  if (fileIds.length > MAX_ATTACHMENTS) throw new TooManyAttachments(MAX_ATTACHMENTS);
  if (new Set(fileIds).size < fileIds.length) throw new AttachedTwice();
  if (!fileIds.every(isId)) throw new NotYoursToAttach();
}
