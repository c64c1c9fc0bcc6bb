import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredFile } from '../../../core/graphql/model';
import { FILES_DATABASE } from '../../../core/session/private-database';
import { within } from '../../../core/browser/within';

/** A file that was chosen and not sent yet, as it lies in this browser. */
export interface KeptFile {
  readonly key: string;
  readonly userId: string;
  readonly roomId: string;
  readonly threadId: string | null;
  readonly file: File;
  readonly address: string | null;
  readonly stored: StoredFile | null;
  /** The message in the outbox that waits for it. */
  readonly heldFor: string | null;
  /** When it was chosen, in milliseconds. */
  readonly chosenAt: number;
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile };
}

/** Of all rooms together. What does not fit lasts as long as the page. */
const MAX_BYTES = 100 * 1024 * 1024;

/** False where there is no room for it. */
export function keepFile(kept: KeptFile): Promise<boolean> {
  return withFiles(async (database) => {
    const others = (await database.getAll('files')).filter(({ key }) => key !== kept.key);
    if (others.reduce((sum, { file }) => sum + file.size, kept.file.size) > MAX_BYTES) return false;
    await database.put('files', kept);
    return true;
  });
}

export function changeKept(key: string, change: Pick<KeptFile, 'address' | 'stored' | 'heldFor'>): Promise<void> {
  return withFiles(async (database) => {
    const changing = database.transaction('files', 'readwrite');
    const kept = await changing.store.get(key);
    if (kept) await changing.store.put({ ...kept, ...change });
    await changing.done;
  });
}

export function forgetKept(key: string): Promise<void> {
  return withFiles((database) => database.delete('files', key));
}

export async function keptOf(userId: string): Promise<readonly KeptFile[]> {
  const all = await withFiles((database) => database.getAll('files'));
  return all.filter((kept) => kept.userId === userId).sort((a, b) => a.chosenAt - b.chosenAt);
}

/** Opened for each time: a tab that has it open would keep another one, in which somebody signs out, from removing it. */
async function withFiles<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const opening = openDB<Schema>(FILES_DATABASE, 1, {
    upgrade: (database) => {
      database.createObjectStore('files', { keyPath: 'key' });
    },
  });
  const database = await within(opening);
  try {
    return await within(work(database));
  } finally {
    database.close();
  }
}
