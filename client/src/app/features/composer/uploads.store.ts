import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { OFFLINE, type Outcome, problem, refused } from '../../core/graphql/problem';
import { randomId } from '../../core/random-id';
import { SessionStore } from '../../core/session/session.store';
import { fileSize } from '../../shared/text/file-size';
import { hasPreview } from '../../shared/text/file-view';
import { ChatScreen } from '../../feed/chat-screen.store';
import { ConnectionStore } from '../../feed/connection.store';
import { upload } from './data/upload';
import { fileRefusal } from './file-refusal';

export interface UploadItem {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sizeText: string;
  readonly mediaType: string;
  /** From 0 to 1. */
  readonly progress: number;
  readonly state: 'uploading' | 'done' | 'failed';
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
  /** It failed because of the network alone. */
  readonly cutOff: boolean;
}

const MOST_FILES = 10;

/** Said of the file itself: the same bytes would be refused again. Too large may also be what is stored already, and that can be less later. */
const REFUSED_FOR_GOOD = 'UNSUPPORTED_MEDIA_TYPE';

/** The files that will go with the next message of a room. */
@Injectable({ providedIn: 'root' })
export class UploadsStore {
  private readonly connection = inject(ConnectionStore);
  private readonly screen = inject(ChatScreen);
  private readonly session = inject(SessionStore);

  private readonly all = signal<readonly Upload[]>([]);
  private readonly ofRoom = computed(() => this.all().filter(({ roomId }) => roomId === this.screen.roomId()));

  readonly uploads = computed<readonly UploadItem[]>(() => this.ofRoom());
  readonly uploading = computed(() => this.ofRoom().some(({ state }) => state === 'uploading'));
  readonly tooMany = computed(() => this.ready().length > MOST_FILES);
  readonly ready = computed(() => this.ofRoom().flatMap(({ stored }) => (stored ? [stored] : [])));

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
          for (const { key, cutOff } of this.all()) if (cutOff) this.retry(key);
        });
    });
  }

  add(files: readonly File[]): void {
    const roomId = this.screen.roomId();
    if (roomId === null) return;
    const added = files.map((file) => newUpload(roomId, file));
    this.all.update((all) => [...all, ...added]);
    for (const each of added) if (each.state === 'uploading') void this.run(each);
  }

  /** Also takes a finished one away again. */
  cancel(key: string): void {
    const found = this.all().find((each) => each.key === key);
    if (!found) return;
    found.abort.abort();
    this.drop([found]);
  }

  retry(key: string): void {
    const found = this.all().find((each) => each.key === key);
    if (found?.state !== 'failed' || !found.canRetry) return;
    this.change(key, { state: 'uploading', progress: 0, problem: null, cutOff: false });
    void this.run(found);
  }

  /** Hands over what has been stored, to be attached. What has failed stays, for its owner to decide. */
  take(): readonly StoredFile[] {
    const taken = this.ofRoom().filter(({ stored }) => stored !== null);
    this.drop(taken);
    return taken.flatMap(({ stored }) => (stored ? [stored] : []));
  }

  private async run({ key, roomId, file, abort }: Upload): Promise<void> {
    const outcome = await this.send(roomId, file, abort.signal, (progress) => {
      this.change(key, { progress });
    });
    if (outcome.ok) this.change(key, { state: 'done', progress: 1, stored: outcome.value });
    else {
      const { code, message } = outcome.problem;
      const canRetry = code !== REFUSED_FOR_GOOD;
      this.change(key, { state: 'failed', problem: message, canRetry, cutOff: code === OFFLINE });
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
    for (const { previewUrl } of dropped) if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
    this.all.update((all) => all.filter(({ key }) => !keys.has(key)));
  }

  private cancelAll(): void {
    for (const { abort } of this.all()) abort.abort();
    this.drop(this.all());
  }
}

function newUpload(roomId: string, file: File): Upload {
  const refusal = fileRefusal(file);
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
    cutOff: false,
  };
}

function signedOut() {
  return problem('UNAUTHENTICATED', 'Please sign in again.');
}
