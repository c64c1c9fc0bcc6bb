import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { within } from '../browser/within';

interface Schema<Unsent> extends DBSchema {
  outbox: { key: string; value: Unsent; indexes: { userId: string } };
}

export type FilesDatabase<Kept> = IDBPDatabase<{ files: { key: string; value: Kept } }>;

const FILES_DATABASE = 'tertulia-files';

/** Where a person's unsent messages lie over reloads: too many, and too long, for what keeps their drafts. */
export async function openPrivateDatabase<Unsent>(): Promise<IDBPDatabase<Schema<Unsent>>> {
  const opening = openDB<Schema<Unsent>>('tertulia', 1, {
    upgrade: (database) => {
      database.createObjectStore('outbox', { keyPath: 'nonce' }).createIndex('userId', 'userId');
    },
  });
  return within(opening);
}

/** Where files lie that were chosen and not sent yet; apart, because a large one may be refused. To be closed after the work. */
export async function openFilesDatabase<Kept>(): Promise<FilesDatabase<Kept>> {
  const opening = openDB<{ files: { key: string; value: Kept } }>(FILES_DATABASE, 1, {
    upgrade: (database) => {
      database.createObjectStore('files', { keyPath: 'key' });
    },
  });
  return within(opening);
}

/** A connection of its own: whoever signs out need not have opened a room on this page. */
export async function clearPrivateDatabase(): Promise<void> {
  const database = await openPrivateDatabase<unknown>();
  await within(database.clear('outbox'));
  database.close();
  // Nobody holds it open, so nobody need wait for the answer.
  indexedDB.deleteDatabase(FILES_DATABASE);
}

/** Of what is left of somebody's, how much are messages, and how much changes of messages. */
export async function countPrivate(userId: string): Promise<{ readonly messages: number; readonly changes: number }> {
  const database = await openPrivateDatabase<object>();
  const unsent = await within(database.getAllFromIndex('outbox', 'userId', userId));
  database.close();
  const changes = unsent.filter((item) => 'change' in item).length;
  return { messages: unsent.length - changes, changes };
}
