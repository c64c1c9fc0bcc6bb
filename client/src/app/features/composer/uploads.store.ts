import { computed, inject, Injectable } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { TimelinePlace } from '../../feed/timeline-place';
import type { AwaitedFile } from '../outbox';
import type { DroppedFiles } from './dropped-files';
import { fileRefusal } from './file-refusal';
import { HeldMessages } from './held-messages';
import { newUpload, type UploadItem } from './upload-item';
import { folderProblem } from './upload-problem';
import { UploadQueue } from './upload-queue';

/** The files that will go with the next message of a room or a thread. One for each composer. */
@Injectable()
export class UploadsStore {
  private readonly place = inject(TimelinePlace);
  private readonly queue = inject(UploadQueue);
  private readonly server = inject(ServerInfoStore);

  private readonly ofPlace = computed(() => {
    return this.queue.all().filter(({ place, heldFor }) => place.key === this.place.key && heldFor === null);
  });

  readonly uploads = computed<readonly UploadItem[]>(() => this.ofPlace());
  readonly uploading = computed(() => this.ofPlace().some(({ state }) => state === 'uploading' || state === 'waiting'));
  /** What goes with the message, once it has arrived. */
  private readonly going = computed(() => this.ofPlace().filter(({ state }) => state !== 'failed'));
  readonly tooMany = computed(() => this.going().length > this.server.info().attachmentsMax);
  readonly ready = computed(() => this.ofPlace().flatMap(({ stored }) => (stored ? [stored] : [])));

  /** Whether any of them is there after a reload as well. */
  readonly isKept = computed(() => this.ofPlace().some(({ isKept }) => isKept));

  constructor() {
    // It looks after those of all rooms, from the first composer on.
    inject(HeldMessages);
  }

  add(files: readonly File[]): void {
    const { uploadMaxBytes } = this.server.info();
    this.queue.append(files.map((file) => newUpload(this.place, file, fileRefusal(file, uploadMaxBytes))));
  }

  /** What was dropped or pasted: folders among it are told of. */
  addDropped({ files, folders }: DroppedFiles): void {
    this.add(files);
    this.queue.append(folders.map((name) => newUpload(this.place, new File([], name), folderProblem())));
  }

  /** Hands over what has been stored, to be attached. What has failed stays, for its owner to decide. */
  take(): readonly StoredFile[] {
    const taken = this.ofPlace().filter(({ stored }) => stored !== null);
    this.queue.drop(taken);
    return taken.flatMap(({ stored }) => (stored ? [stored] : []));
  }

  /** What a message waits for that is sent before all of it has arrived. */
  awaited(): readonly AwaitedFile[] {
    return this.uploading() ? this.going().map(({ key, name }) => ({ key, name })) : [];
  }

  hold(files: readonly AwaitedFile[], nonce: string): void {
    const keys = new Set(files.map(({ key }) => key));
    this.queue.hold(
      this.ofPlace().filter(({ key }) => keys.has(key)),
      nonce,
    );
  }
}
