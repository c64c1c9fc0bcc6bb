import type { Settings } from './config/index.js';
import { incomingFolder } from './storage/index.js';

/**
 * Has what libraries write for a while, such as graphql-upload, go where uploads come in: a folder for the server's own eyes, on the disk of the
 * files, and emptied at each start. They ask the system where such files go, and can be told in no other way.
 */
export function keepTemporaryFiles(settings: Settings): void {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = incomingFolder(settings);
}
