import { InvalidInput, Refusal } from '../common/index.js';

export class FileTooLarge extends Refusal {
  constructor(maxBytes: number) {
    super('PAYLOAD_TOO_LARGE', `This file is too large: at most ${inWords(maxBytes)}.`, { field: 'file' });
  }
}

export class QuotaReached extends Refusal {
  constructor(used: number, quota: number) {
    super(
      'PAYLOAD_TOO_LARGE',
      `You have used ${inWords(used)} of your ${inWords(quota)} for files, and this one does not fit. Deleting messages with files makes room.`,
      { field: 'file' },
    );
  }
}

/** Nothing that the sender could change: as if the disk were full. */
export class ServerQuotaReached extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server has no room for more files: tell whoever runs it.');
  }
}

export class TypeNotAllowed extends Refusal {
  constructor(mediaType: string) {
    super('UNSUPPORTED_MEDIA_TYPE', `Files of this type (${mediaType}) are not taken here.`, { field: 'file' });
  }
}

export class MetadataNotRemovable extends Refusal {
  constructor() {
    super(
      'UNSUPPORTED_MEDIA_TYPE',
      'This file is built in so many parts that what it may tell about its place cannot be taken out. Save it anew, then try again.',
      { field: 'file' },
    );
  }
}

export class UploadCutOff extends InvalidInput {
  constructor() {
    super('file', 'The upload was cut off before its end. Nothing was stored.');
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
    super('PAYLOAD_TOO_LARGE', 'This form is too large: one file at a time, and short fields.');
  }
}

export class TooManyUploads extends Refusal {
  constructor(most: number) {
    super(
      'RATE_LIMITED',
      `You, or others at your address, are sending ${String(most)} files already: wait until one of them has arrived.`,
      {
        retryAfter: 1,
      },
    );
  }
}

export class ServerTakesNoMoreUploads extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server takes in as many files as it can at the moment. Try again soon.', {
      retryAfter: 1,
    });
  }
}

export class FileNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is no such file.');
  }
}

export class TooManyAttachments extends InvalidInput {
  constructor(most: number) {
    super('attachmentIds', `A message has at most ${String(most)} files.`);
  }
}

export class AttachedTwice extends InvalidInput {
  constructor() {
    super('attachmentIds', 'The same file is named twice.');
  }
}

/** Somebody else's, of another room, attached before, removed, or never there: told alike, so that nobody can probe for files. */
export class NotYoursToAttach extends Refusal {
  constructor() {
    super('NOT_FOUND', 'One of the files is not there to attach: upload it for this room, and attach it once.', {
      field: 'attachmentIds',
    });
  }
}

function inWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${(bytes / 1024 ** step).toLocaleString('en', { maximumFractionDigits: 1 })} ${units[step] ?? 'bytes'}`;
}
