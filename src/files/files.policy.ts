import { isId } from '../runtime/index.js';
import { AttachedTwice, NotYoursToAttach, TooManyAttachments } from './files.errors.js';

const MOST_ATTACHMENTS = 10;

/** What can be said of a list of attachments without looking at the files. */
export function assertAttachable(fileIds: readonly string[]): void {
  if (fileIds.length > MOST_ATTACHMENTS) throw new TooManyAttachments(MOST_ATTACHMENTS);
  if (new Set(fileIds).size < fileIds.length) throw new AttachedTwice();
  if (!fileIds.every(isId)) throw new NotYoursToAttach();
}
