import { Refusal } from '../errors/index.js';

/** The server cannot start: it could not keep a single file. */
export class UnwritableFolder extends Error {
  constructor(folder: string, cause: unknown) {
    super(
      `The folder for uploaded files, ${folder}, cannot be written to (${reasonOf(cause)}). Set UPLOADS_DIR to one that can.`,
      { cause },
    );
    this.name = 'UnwritableFolder';
  }
}

/** The disk is full, or gone. */
export class StorageUnavailable extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server cannot store files right now. Try again later.');
  }
}

/** Whether it is the disk that fails, and not what was written to it. */
export function isDiskTrouble(error: unknown): boolean {
  return DISK_TROUBLE.has(errorCodeOf(error) ?? '');
}

const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EIO', 'EMFILE', 'ENFILE']);

const REASONS = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'it is on a read-only disk'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'it is not a folder'],
  ['EEXIST', 'it is not a folder'],
]);

export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  const code = errorCodeOf(error) ?? 'unknown reason';
  return REASONS.get(code) ?? code;
}
