import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Problem } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { ConnectionStore } from '../../feed/connection.store';
import { after } from '../../shared/time/timer';
import { KeptUploads } from './kept-uploads';
import type { Upload } from './upload-item';
import { mayTryAgain, pauseBefore } from './upload-retry';
import { UploadSending } from './upload-sending';

/** The others wait for their turn: many at once are no faster, and all of them would be slow to arrive. */
const MAX_AT_ONCE = 3;

/** The uploads of all rooms: a few at once, and on by themselves from where they broke, where what kept them off may pass. */
@Injectable({ providedIn: 'root' })
export class UploadQueue {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly connection = inject(ConnectionStore);
  private readonly kept = inject(KeptUploads);
  private readonly sending = inject(UploadSending);
  private readonly session = inject(SessionStore);

  private readonly uploads = signal<readonly Upload[]>([]);
  /** By key: what is on the line now, and what waits to be tried again. */
  private readonly running = new Set<string>();
  private readonly pauses = new Map<string, () => void>();

  readonly all = this.uploads.asReadonly();
  private readonly elsewhere = signal<ReadonlySet<string> | null>(null);
  /** Those that an earlier page has kept and another tab goes on with, by key; null until what was kept is here. */
  readonly inOtherTabs = this.elsewhere.asReadonly();

  constructor() {
    effect(() => {
      const userId = this.session.userId();
      const isOver = this.session.status() === 'signed-out';
      untracked(() => {
        if (isOver) this.letGo();
        this.elsewhere.set(null);
        if (userId !== null) void this.revive(userId);
      });
    });
    effect(() => {
      if (this.connection.state() === 'live')
        untracked(() => {
          for (const { key, state } of this.all()) if (state === 'waiting') this.retry(key);
        });
    });
  }

  append(added: readonly Upload[]): void {
    this.uploads.update((all) => [...all, ...added]);
    for (const each of added) if (each.state === 'uploading') void this.keep(each);
    this.startNext();
  }

  /** Also takes a finished one away again. */
  cancel(key: string): void {
    const found = this.find(key);
    if (!found) return;
    found.abort.abort();
    if (found.address !== null && !found.stored) void this.sending.giveUp(found.address);
    this.drop([found]);
    this.startNext();
  }

  /** Its owner asks for it: as if it had never been tried. */
  retry(key: string): void {
    const found = this.find(key);
    if (!found?.canRetry || (found.state !== 'failed' && found.state !== 'waiting')) return;
    this.change(key, { attempts: 0 });
    this.goOn(key);
  }

  /** They leave the composer with a message that waits for them. */
  hold(held: readonly Upload[], nonce: string): void {
    for (const { key } of held) this.noteChange(key, { heldFor: nonce });
  }

  drop(dropped: readonly Upload[]): void {
    for (const { key } of dropped) void this.kept.forget(key);
    this.remove(dropped);
  }

  private startNext(): void {
    for (const each of this.all()) {
      if (this.running.size >= MAX_AT_ONCE) return;
      if (each.state === 'uploading' && !this.running.has(each.key)) void this.run(each);
    }
  }

  private async run(upload: Upload): Promise<void> {
    const { key, abort, attempts, name } = upload;
    this.running.add(key);
    const outcome = await this.sending.send(upload, {
      onProgress: (progress) => {
        this.change(key, { progress });
      },
      onAddress: (address) => {
        this.noteChange(key, { address });
      },
    });
    this.running.delete(key);
    if (outcome.ok) {
      this.noteChange(key, { state: 'done', progress: 1, stored: outcome.value });
      if (!abort.signal.aborted) this.announcements.say($localize`${name}:name: is uploaded.`);
    } else if (!abort.signal.aborted) this.fail(key, attempts + 1, outcome.problem);
    this.startNext();
  }

  private fail(key: string, attempts: number, problem: Problem): void {
    const pause = pauseBefore(attempts, problem, this.connection.state() === 'live');
    const { message } = problem;
    if (pause === null)
      this.change(key, { state: 'failed', problem: message, canRetry: mayTryAgain(problem), attempts });
    else {
      this.change(key, { state: 'waiting', problem: message, attempts });
      const goOn = (): void => {
        this.goOn(key);
      };
      this.pauses.set(key, after(pause * 1000, goOn));
    }
  }

  private goOn(key: string): void {
    this.endPause(key);
    this.change(key, { state: 'uploading', problem: null });
    this.startNext();
  }

  private endPause(key: string): void {
    this.pauses.get(key)?.();
    this.pauses.delete(key);
  }

  private async keep(upload: Upload): Promise<void> {
    const isKept = await this.kept.keep(upload);
    const now = this.find(upload.key);
    // What happened in the meantime.
    if (!now) await this.kept.forget(upload.key);
    else if (isKept) this.noteChange(upload.key, { isKept });
  }

  private async revive(userId: string): Promise<void> {
    const { own, elsewhere } = await this.kept.revive(userId);
    if (this.session.userId() !== userId) for (const { key } of own) this.kept.release(key);
    else {
      const known = new Set(this.all().map(({ key }) => key));
      this.uploads.update((all) => [...own.filter(({ key }) => !known.has(key)), ...all]);
      this.elsewhere.set(elsewhere);
      this.startNext();
    }
  }

  private noteChange(key: string, change: Partial<Upload>): void {
    this.change(key, change);
    const changed = this.find(key);
    if (changed) this.kept.note(changed);
  }

  private change(key: string, change: Partial<Upload>): void {
    this.uploads.update((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }

  private find(key: string): Upload | undefined {
    return this.all().find((each) => each.key === key);
  }

  /** Whether what lies in this browser goes as well is asked when somebody signs out. */
  private letGo(): void {
    for (const { abort, key } of this.all()) {
      abort.abort();
      this.kept.release(key);
    }
    this.remove(this.all());
  }

  private remove(removed: readonly Upload[]): void {
    const keys = new Set(removed.map(({ key }) => key));
    for (const key of keys) this.endPause(key);
    for (const { previewUrl } of removed) if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
    this.uploads.update((all) => all.filter(({ key }) => !keys.has(key)));
  }
}
