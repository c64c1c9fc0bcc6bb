import { inject, Injectable } from '@angular/core';
import { openFilesDatabase } from '../../core/session/private-database';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import { ServerClock } from '../../shared/time/server-clock';
import { TimelinePlace } from '../../feed/timeline-place';
import type { KeptFile, KeptFiles } from './data/kept-files';
import { newUpload, type Upload } from './upload-item';

/** The server forgets what nobody finished or attached within a day; an hour before that it is begun anew. */
const MAX_AGE = 23 * 60 * 60 * 1000;

export interface Revived {
  readonly own: readonly Upload[];
  /** By key. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * Files that were chosen and not sent yet stay in this browser over a reload. Of several tabs the one that has a file locked goes on with it: so
 * without locks nothing is kept. Whatever the browser refuses here must not keep anybody from sending.
 */
@Injectable({ providedIn: 'root' })
export class KeptUploads {
  private readonly clock = inject(ServerClock);
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);
  private readonly locks = typeof navigator.locks === 'object' ? navigator.locks : null;

  /** By key: what gives its lock back, and what is being written of it. */
  private readonly releases = new Map<string, () => void>();
  private readonly writing = new Map<string, Promise<unknown>>();

  /** Whether it will be there after a reload. */
  async keep({ key, place, file, address, stored, heldFor }: Upload): Promise<boolean> {
    const userId = this.session.userId();
    if (userId === null || !(await this.hold(key))) return false;
    const kept = { ...{ key, userId, file, address, stored, heldFor }, roomId: place.roomId, threadId: place.threadId };
    const chosenAt = this.clock.now().getTime();
    const isKept = (await this.write(key, (files) => files.keep({ ...kept, chosenAt }))) ?? false;
    if (isKept) this.storage.write(noteOf(userId), '1');
    return isKept;
  }

  note({ key, address, stored, heldFor }: Upload): void {
    if (!this.releases.has(key)) return;
    void this.write(key, (files) => files.change(key, { address, stored, heldFor }));
  }

  /** It was sent, or is not to be sent. */
  async forget(key: string): Promise<void> {
    if (!this.releases.has(key)) return;
    await this.write(key, (files) => files.forget(key));
    this.release(key);
  }

  /** What lies here of somebody, as far as no other tab goes on with it. */
  async revive(userId: string): Promise<Revived> {
    const own: Upload[] = [];
    const elsewhere = new Set<string>();
    if (this.storage.read(noteOf(userId)) === null) return { own, elsewhere };
    const kept = (await attempt(async () => (await keptFiles()).of(userId))) ?? [];
    if (kept.length === 0) this.storage.write(noteOf(userId), '');
    for (const each of kept) {
      if (await this.hold(each.key)) own.push(this.revived(each));
      else elsewhere.add(each.key);
    }
    return { own, elsewhere };
  }

  /** Other tabs may go on with it. */
  release(key: string): void {
    this.releases.get(key)?.();
    this.releases.delete(key);
  }

  private revived({ key, roomId, threadId, file, address, stored, heldFor, chosenAt }: KeptFile): Upload {
    const upload = { ...newUpload(new TimelinePlace(roomId, threadId), file, null), key, heldFor, isKept: true };
    if (this.clock.now().getTime() - chosenAt > MAX_AGE) return upload;
    return stored ? { ...upload, address, stored, state: 'done', progress: 1 } : { ...upload, address };
  }

  /** Until it is released, or the tab is closed. */
  private hold(key: string): Promise<boolean> {
    if (this.releases.has(key)) return Promise.resolve(true);
    const { locks } = this;
    if (!locks) return Promise.resolve(false);
    return new Promise((resolve) => {
      locks
        .request(`tertulia-file-${key}`, { ifAvailable: true }, (lock) => {
          if (!lock) {
            resolve(false);
            return undefined;
          }
          const { promise, resolve: release } = Promise.withResolvers<undefined>();
          this.releases.set(key, () => {
            release(undefined);
          });
          resolve(true);
          return promise;
        })
        .catch(() => {
          resolve(false);
        });
    });
  }

  /** One thing after the other: what comes later must not be undone by what began before. */
  private write<T>(key: string, work: (files: KeptFiles) => Promise<T>): Promise<T | undefined> {
    const before = this.writing.get(key) ?? Promise.resolve();
    const written = before.then(() => attempt(async () => work(await keptFiles())));
    this.writing.set(key, written);
    void written.finally(() => {
      if (this.writing.get(key) === written) this.writing.delete(key);
    });
    return written;
  }
}

/** That there is something to look for: most pages have nothing, and load nothing for it. */
function noteOf(userId: string): string {
  return `files.${userId}`;
}

async function keptFiles(): Promise<KeptFiles> {
  const { KeptFiles } = await import('./data/kept-files');
  return new KeptFiles(openFilesDatabase);
}

async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    console.warn('A chosen file could not be kept in this browser.', error);
    return undefined;
  }
}
