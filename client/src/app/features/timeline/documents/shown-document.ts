import type { Attachment } from '../timeline.types';
import type { Readable } from './readable';

export interface ShownDocument {
  readonly file: Attachment;
  readonly readAs: Readable;
}

/** What the dialog is called by: the document that is shown. */
export const DOCUMENT_NAME = 'document-name';
