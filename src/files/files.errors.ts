import { InvalidInput, Refusal } from '../errors/index.js';

export class FileTooLarge extends Refusal {
  constructor(maxBytes: number, field = 'file') {
    super('PAYLOAD_TOO_LARGE', `This file is too large. The limit is ${inWords(maxBytes)}.`, { field });
  }
}

export class QuotaReached extends Refusal {
  constructor(used: number, quota: number) {
    super(
      'PAYLOAD_TOO_LARGE',
      `You have used ${inWords(used)} of your ${inWords(quota)} for files, and this one does not fit. Delete messages with files to make room.`,
      { field: 'file' },
    );
  }
}

/** Nothing that the sender could change: as if the disk were full. */
export class ServerQuotaReached extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server has no space left for files. Please tell whoever runs it.');
  }
}

export class TypeNotAllowed extends Refusal {
  constructor(mediaType: string) {
    super('UNSUPPORTED_MEDIA_TYPE', `Files of this type (${mediaType}) are not allowed here.`, { field: 'file' });
  }
}

export class NotAPicture extends Refusal {
  constructor(field: string) {
    super('UNSUPPORTED_MEDIA_TYPE', 'This cannot be shown as a picture. Use a JPEG, PNG, WebP, GIF or AVIF.', {
      field,
    });
  }
}

export class MetadataNotRemovable extends Refusal {
  constructor() {
    super(
      'UNSUPPORTED_MEDIA_TYPE',
      "We can't remove the location from this file. Save a new copy of it, then try again.",
      { field: 'file' },
    );
  }
}

export class UploadCutOff extends InvalidInput {
  constructor(field = 'file') {
    super(field, 'The upload was interrupted. Nothing was stored.');
  }
}

/** Not the form that an upload is sent as. */
export class BrokenForm extends InvalidInput {
  constructor(
    sentence = 'This is not a form (multipart/form-data) with the fields `roomId` and `file`.',
    field = 'file',
  ) {
    super(field, sentence);
  }
}

export class FormTooLarge extends Refusal {
  constructor() {
    super('PAYLOAD_TOO_LARGE', 'This form is too large. Send one file at a time.');
  }
}

export class TooManyUploads extends Refusal {
  constructor(most: number) {
    super(
      'RATE_LIMITED',
      `You, or others at your address, are already uploading ${String(most)} files. Wait until one of them has finished.`,
      {
        retryAfter: 1,
      },
    );
  }
}

export class ServerTakesNoMoreUploads extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server is receiving as many files as it can. Try again in a moment.', {
      retryAfter: 1,
    });
  }
}

/** Somebody else's, too old, given up, or never there: told alike. */
export class UploadNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is no such upload, or no longer. Begin a new one.');
  }
}

export class TooManyUnfinishedUploads extends Refusal {
  constructor(most: number) {
    super('RATE_LIMITED', `You have ${String(most)} uploads that are not finished. Finish one of them, or cancel it.`, {
      retryAfter: 60,
    });
  }
}

export class WrongOffset extends Refusal {
  constructor() {
    super('CONFLICT', 'The upload does not stand at this offset. Ask for it with HEAD, and go on from there.');
  }
}

export class UploadIsBusy extends Refusal {
  constructor() {
    super('CONFLICT', 'Another request is sending this upload. Try again in a moment.', { retryAfter: 1 });
  }
}

export class UploadIsStored extends Refusal {
  constructor() {
    super('CONFLICT', 'This upload is finished, and its file is stored.');
  }
}

export class UploadIsUnfinished extends Refusal {
  constructor() {
    super('CONFLICT', 'This upload is not finished: a part of the file is still to come.');
  }
}

export class MoreThanAnnounced extends Refusal {
  constructor() {
    super('PAYLOAD_TOO_LARGE', 'More was sent than the upload announced as its length.', { field: 'file' });
  }
}

/** Not what the protocol (tus 1.0.0) asks for. */
export class BrokenUploadRequest extends InvalidInput {
  constructor(sentence: string, field = 'file') {
    super(field, sentence);
  }
}

export class FileNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'File not found.');
  }
}

export class TooManyAttachments extends InvalidInput {
  constructor(most: number) {
    super('attachmentIds', `A message can have at most ${String(most)} files.`);
  }
}

export class AttachedTwice extends InvalidInput {
  constructor() {
    super('attachmentIds', 'The same file is attached twice.');
  }
}

/** Somebody else's, of another room, attached before, removed, or never there: told alike, so that nobody can probe for files. */
export class NotYoursToAttach extends Refusal {
  constructor() {
    super('NOT_FOUND', 'One of the files cannot be attached. Upload it to this room, and attach it only once.', {
      field: 'attachmentIds',
    });
  }
}

function inWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${(bytes / 1024 ** step).toLocaleString('en', { maximumFractionDigits: 1 })} ${units[step] ?? 'bytes'}`;
}
