/** A full or failing disk, or a database that another process holds: it may pass, and retrying is right. */
export function isDiskTrouble(error: unknown): boolean {
  return /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY)|ENOSPC|EDQUOT|EFBIG|EIO|EROFS)/.test(codeOf(error));
}

export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
