import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { within } from '../browser/within';
import { removeSnapshotDatabase, SNAPSHOT_DATABASE } from './snapshot-removal';

/** Another number has browsers throw away what they hold. */
const VERSION = 1;

interface Schema<Chat, Room, Conversation> extends DBSchema {
  chat: { key: string; value: Chat };
  rooms: { key: string; value: Room };
  conversations: { key: string; value: Conversation };
}

export type SnapshotDatabase<Chat, Room, Conversation> = IDBPDatabase<Schema<Chat, Room, Conversation>>;

/**
 * Where what was read last lies over reloads, beside the unsent messages: it is thrown away more often than those. The connection is closed after the work, so
 * that no tab keeps another one from removing all of it.
 */
export async function withSnapshotDatabase<Chat, Room, Conversation, T>(
  work: (database: SnapshotDatabase<Chat, Room, Conversation>) => Promise<T>,
): Promise<T> {
  const opening = openDB<Schema<Chat, Room, Conversation>>(SNAPSHOT_DATABASE, VERSION, {
    upgrade: (database) => {
      for (const store of database.objectStoreNames) database.deleteObjectStore(store);
      database.createObjectStore('chat');
      database.createObjectStore('rooms', { keyPath: 'id' });
      database.createObjectStore('conversations', { keyPath: 'id' });
    },
  });
  // One that opens after it was given up must not stay open.
  let isGivenUp = false;
  opening.then(
    (database) => {
      if (isGivenUp) database.close();
    },
    () => undefined,
  );
  try {
    const database = await within(opening);
    try {
      return await within(work(database));
    } finally {
      database.close();
    }
  } catch (error) {
    isGivenUp = true;
    // A later version of this page has been here: nothing of it can be read.
    if (error instanceof DOMException && error.name === 'VersionError') await removeSnapshotDatabase();
    throw error;
  }
}
