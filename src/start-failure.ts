import { DatabaseUnavailable } from './database/index.js';

/** What Node adds to an error of a file, of a name and of an address. */
interface ListenError extends NodeJS.ErrnoException {
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** One line that says why the server cannot start, for the person who started it. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return `Tertulia cannot start: ${String(error)}`;
  if (error instanceof DatabaseUnavailable) return sentenceFor(error.cause);
  const { code, path, port, address, hostname } = error as ListenError;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use. Stop what uses it, or set PORT to another one.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${address ?? hostname ?? 'The address'} is no address of this machine. Check HOST.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return port === undefined
        ? `${path ?? 'A folder'} cannot be written to. Check DATABASE_URL and UPLOADS_DIR.`
        : `Port ${String(port)} may not be used by this account. Set PORT to one above 1023.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path ?? 'Something'} is not a folder, and a folder has to be there. Check DATABASE_URL and UPLOADS_DIR.`;
    case 'SQLITE_BUSY':
      return 'The database is held by another process, perhaps a second server or a shell. Stop that one, then start again.';
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return 'The disk is full. Make room where DATABASE_URL and UPLOADS_DIR are.';
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_NOTADB':
      return `The database cannot be opened (${error.message}). Check DATABASE_URL.`;
    default:
      return error.message.split('\n')[0] ?? error.name;
  }
}
