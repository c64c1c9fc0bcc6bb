/** One line that says why the server cannot start, for the person who started it. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return `Tertulia cannot start: ${String(error)}`;
  const { code, path, port } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use. Stop what uses it, or set PORT to another one.`;
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
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_NOTADB':
      return `The database cannot be opened (${error.message}). Check DATABASE_URL.`;
    default:
      return error.message.split('\n')[0] ?? error.name;
  }
}
