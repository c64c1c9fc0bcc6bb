import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { type Outcome, type Problem, refused, signedOut } from '../../core/graphql/problem';
import { randomId } from '../../core/random-id';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { SessionStore } from '../../core/session/session.store';
import { fileSize } from '../../shared/text/file-size';
import { hasPreview } from '../../shared/text/file-view';
import { after } from '../../shared/time/timer';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ConnectionStore } from '../../feed/connection.store';
import { upload } from './data/upload';
import type { DroppedFiles } from './dropped-files';
import { fileRefusal } from './file-refusal';
import { folderProblem } from './upload-problem';
import { mayTryAgain, pauseBefore } from './upload-retry';

export interface UploadItem {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sizeText: string;
  readonly mediaType: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** `waiting` to be tried again by itself. */
  readonly state: 'uploading' | 'waiting' | 'done' | 'failed';
  readonly problem: string | null;
  /** False for a file that no attempt would get through. */
  readonly canRetry: boolean;
  readonly previewUrl: string | null;
}

interface Upload extends UploadItem {
  readonly roomId: string;
  readonly file: File;
  readonly stored: StoredFile | null;
  readonly abort: AbortController;
  /** How often it was tried since its owner asked for it. */
  readonly attempts: number;
}

/** The others wait for their turn: many at once are no faster, and all of them would be slow to arrive. */
const MAX_AT_ONCE = 3;

/** The files that will go with the next message of a room. */
@Injectable({ providedIn: 'root' })
export class UploadsStore {
  private readonly connection = inject(ConnectionStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly server = inject(ServerInfoStore);
  private readonly session = inject(SessionStore);

  private readonly all = signal<readonly Upload[]>([]);
  private readonly ofRoom = computed(() => this.all().filter(({ roomId }) => roomId === this.openRoom.roomId()));

  readonly uploads = computed<readonly UploadItem[]>(() => this.ofRoom());
  readonly uploading = computed(() => this.ofRoom().some(({ state }) => state === 'uploading' || state === 'waiting'));
  readonly tooMany = computed(() => this.ready().length > this.server.info().attachmentsMax);
  readonly ready = computed(() => this.ofRoom().flatMap(({ stored }) => (stored ? [stored] : [])));

  /** By key: what is on the line now, and what waits to be tried again. */
  private readonly running = new Set<string>();
  private readonly pauses = new Map<string, () => void>();

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

  add(files: readonly File[]): void {
    const roomId = this.openRoom.roomId();
    if (roomId === null) return;
    const { uploadMaxBytes } = this.server.info();
    this.append(files.map((file) => newUpload(roomId, file, fileRefusal(file, uploadMaxBytes))));
  }

  /** What was dropped or pasted: folders among it are told of. */
  addDropped({ files, folders }: DroppedFiles): void {
    const roomId = this.openRoom.roomId();
    if (roomId === null) return;
    this.add(files);
    this.append(folders.map((name) => newUpload(roomId, new File([], name), folderProblem())));
  }

  /** Also takes a finished one away again. */
  cancel(key: string): void {
    const found = this.all().find((each) => each.key === key);
    if (!found) return;
    found.abort.abort();
    this.drop([found]);
    this.startNext();
  }

  /** Its owner asks for it: as if it had never been tried. */
  retry(key: string): void {
    const found = this.all().find((each) => each.key === key);
    if (!found?.canRetry || (found.state !== 'failed' && found.state !== 'waiting')) return;
    this.change(key, { attempts: 0 });
    this.goOn(key);
  }

  /** Hands over what has been stored, to be attached. What has failed stays, for its owner to decide. */
  take(): readonly StoredFile[] {
    const taken = this.ofRoom().filter(({ stored }) => stored !== null);
    this.drop(taken);
    return taken.flatMap(({ stored }) => (stored ? [stored] : []));
  }

  private append(added: readonly Upload[]): void {
    this.all.update((all) => [...all, ...added]);
    this.startNext();
  }

  private goOn(key: string): void {
    this.pauses.get(key)?.();
    this.pauses.delete(key);
    this.change(key, { state: 'uploading', progress: 0, problem: null });
    this.startNext();
  }

  private startNext(): void {
    for (const each of this.all()) {
      if (this.running.size >= MAX_AT_ONCE) return;
      if (each.state === 'uploading' && !this.running.has(each.key)) void this.run(each);
    }
  }

  private async run({ key, roomId, file, abort, attempts }: Upload): Promise<void> {
    this.running.add(key);
    const outcome = await this.send(roomId, file, abort.signal, (progress) => {
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

  private async send(
    roomId: string,
    file: File,
    signal: AbortSignal,
    onProgress: (fraction: number) => void,
  ): Promise<Outcome<StoredFile>> {
    const accessToken = await this.session.accessToken();
    if (accessToken === null) return refused(signedOut());
    const outcome = await upload({ roomId, file, accessToken, signal, onProgress });
    if (outcome.ok || outcome.problem.code !== 'UNAUTHENTICATED') return outcome;
    const newToken = await this.session.replaceToken(accessToken);
    if (newToken === null) return refused(signedOut());
    return upload({ roomId, file, accessToken: newToken, signal, onProgress });
  }

  private change(key: string, change: Partial<Upload>): void {
    this.all.update((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }

  private drop(dropped: readonly Upload[]): void {
    const keys = new Set(dropped.map(({ key }) => key));
    for (const key of keys) {
      this.pauses.get(key)?.();
      this.pauses.delete(key);
    }
    for (const { previewUrl } of dropped) if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
    this.all.update((all) => all.filter(({ key }) => !keys.has(key)));
  }

  private cancelAll(): void {
    for (const { abort } of this.all()) abort.abort();
    this.drop(this.all());
  }
}

function newUpload(roomId: string, file: File, refusal: string | null): Upload {
  return {
    key: randomId(),
    roomId,
    file,
    name: file.name,
    size: file.size,
    sizeText: fileSize(file.size),
    mediaType: file.type,
    progress: 0,
    state: refusal === null ? 'uploading' : 'failed',
    problem: refusal,
    canRetry: refusal === null,
    previewUrl: hasPreview(file.type) ? URL.createObjectURL(file) : null,
    stored: null,
    abort: new AbortController(),
    attempts: 0,
  };
}
