import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Problem } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { ConnectionStore } from '../../feed/connection.store';
import { after } from '../../shared/time/timer';
import type { Upload } from './upload-item';
import { mayTryAgain, pauseBefore } from './upload-retry';
import { UploadSending } from './upload-sending';

/** The others wait for their turn: many at once are no faster, and all of them would be slow to arrive. */
const MAX_AT_ONCE = 3;

/** The uploads of all rooms: a few at once, and again by themselves where what kept them off may pass. */
@Injectable({ providedIn: 'root' })
export class UploadQueue {
  private readonly connection = inject(ConnectionStore);
  private readonly sending = inject(UploadSending);
  private readonly session = inject(SessionStore);

  private readonly uploads = signal<readonly Upload[]>([]);
  /** By key: what is on the line now, and what waits to be tried again. */
  private readonly running = new Set<string>();
  private readonly pauses = new Map<string, () => void>();

  readonly all = this.uploads.asReadonly();

  constructor() {
    effect(() => {
      if (this.session.status() === 'signed-out')
        untracked(() => {
          this.cancelAll();
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
    this.startNext();
  }

  /** Also takes a finished one away again. */
  cancel(key: string): void {
    const found = this.find(key);
    if (!found) return;
    found.abort.abort();
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

  drop(dropped: readonly Upload[]): void {
    const keys = new Set(dropped.map(({ key }) => key));
    for (const key of keys) this.endPause(key);
    for (const { previewUrl } of dropped) if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
    this.uploads.update((all) => all.filter(({ key }) => !keys.has(key)));
  }

  private startNext(): void {
    for (const each of this.all()) {
      if (this.running.size >= MAX_AT_ONCE) return;
      if (each.state === 'uploading' && !this.running.has(each.key)) void this.run(each);
    }
  }

  private async run(upload: Upload): Promise<void> {
    const { key, abort, attempts } = upload;
    this.running.add(key);
    const outcome = await this.sending.send(upload, (progress) => {
      this.change(key, { progress });
    });
    this.running.delete(key);
    if (outcome.ok) this.change(key, { state: 'done', progress: 1, stored: outcome.value });
    else if (!abort.signal.aborted) this.fail(key, attempts + 1, outcome.problem);
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
    this.change(key, { state: 'uploading', progress: 0, problem: null });
    this.startNext();
  }

  private endPause(key: string): void {
    this.pauses.get(key)?.();
    this.pauses.delete(key);
  }

  private change(key: string, change: Partial<Upload>): void {
    this.uploads.update((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }

  private find(key: string): Upload | undefined {
    return this.all().find((each) => each.key === key);
  }

  private cancelAll(): void {
    for (const { abort } of this.all()) abort.abort();
    this.drop(this.all());
  }
}
