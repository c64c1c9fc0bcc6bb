import type { StoredFile } from '../../core/graphql/model';
import { randomId } from '../../core/random-id';
import type { TimelinePlace } from '../../feed/timeline-place';
import { fileSize } from '../../shared/text/file-size';
import { hasPreview } from '../../shared/text/file-view';

/** A file on its way, as it is shown. */
export interface UploadItem {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sizeText: string;
  readonly mediaType: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** `waiting` to be tried again by itself. */
  readonly state: 'uploading' | 'waiting' | 'done' | 'failed';
  readonly problem: string | null;
  /** False for a file that no attempt would get through. */
  readonly canRetry: boolean;
  readonly previewUrl: string | null;
  /** Whether it stays on this device over a reload. */
  readonly isKept: boolean;
}

export interface Upload extends UploadItem {
  readonly place: TimelinePlace;
  readonly file: File;
  readonly stored: StoredFile | null;
  /** Where the server waits for the rest of it; null before anything has come there. */
  readonly address: string | null;
  /** The message in the outbox that waits for it; null while it stands in the composer. */
  readonly heldFor: string | null;
  readonly abort: AbortController;
  /** How often it was tried since its owner asked for it. */
  readonly attempts: number;
}

/** With a reason not to send it at all, or none. */
export function newUpload(place: TimelinePlace, file: File, refusal: string | null): Upload {
  return {
    key: randomId(),
    place,
    file,
    name: file.name,
    size: file.size,
    sizeText: fileSize(file.size),
    mediaType: file.type,
    progress: 0,
    state: refusal === null ? 'uploading' : 'failed',
    problem: refusal,
    canRetry: refusal === null,
    previewUrl: hasPreview(file.type) ? URL.createObjectURL(file) : null,
    isKept: false,
    stored: null,
    address: null,
    heldFor: null,
    abort: new AbortController(),
    attempts: 0,
  };
}
