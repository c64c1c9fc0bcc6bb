import type { StoredFile } from '../../../core/graphql/model';
import type { FilesDatabase } from '../../../core/session/private-database';

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

/** Of all rooms together. What does not fit lasts as long as the page. */
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * The files of this browser. They are given what opens the database, and import nothing: what a piece that is loaded later shares with the first page, the
 * bundler would put into pieces of their own.
 */
export class KeptFiles {
  constructor(private readonly open: () => Promise<FilesDatabase<KeptFile>>) {}

  /** False where there is no room for it. */
  keep(kept: KeptFile): Promise<boolean> {
    return this.in(async (database) => {
      const others = (await database.getAll('files')).filter(({ key }) => key !== kept.key);
      if (others.reduce((sum, { file }) => sum + file.size, kept.file.size) > MAX_BYTES) return false;
      await database.put('files', kept);
      return true;
    });
  }

  change(key: string, change: Pick<KeptFile, 'address' | 'stored' | 'heldFor'>): Promise<void> {
    return this.in(async (database) => {
      const changing = database.transaction('files', 'readwrite');
      const kept = await changing.store.get(key);
      if (kept) await changing.store.put({ ...kept, ...change });
      await changing.done;
    });
  }

  forget(key: string): Promise<void> {
    return this.in((database) => database.delete('files', key));
  }

  async of(userId: string): Promise<readonly KeptFile[]> {
    const all = await this.in((database) => database.getAll('files'));
    return all.filter((kept) => kept.userId === userId).sort((a, b) => a.chosenAt - b.chosenAt);
  }

  /** Opened for each time: a tab that has it open would keep another one, in which somebody signs out, from removing it. */
  private async in<T>(work: (database: FilesDatabase<KeptFile>) => Promise<T>): Promise<T> {
    const database = await this.open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }
}
