import { computed, inject, Injectable } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import type { DroppedFiles } from './dropped-files';
import { fileRefusal } from './file-refusal';
import { newUpload, type UploadItem } from './upload-item';
import { folderProblem } from './upload-problem';
import { UploadQueue } from './upload-queue';

/** The files that will go with the next message of the open room. */
@Injectable({ providedIn: 'root' })
export class UploadsStore {
  private readonly openRoom = inject(OpenRoomStore);
  private readonly queue = inject(UploadQueue);
  private readonly server = inject(ServerInfoStore);

  private readonly ofRoom = computed(() => this.queue.all().filter(({ roomId }) => roomId === this.openRoom.roomId()));

  readonly uploads = computed<readonly UploadItem[]>(() => this.ofRoom());
  readonly uploading = computed(() => this.ofRoom().some(({ state }) => state === 'uploading' || state === 'waiting'));
  readonly tooMany = computed(() => this.ready().length > this.server.info().attachmentsMax);
  readonly ready = computed(() => this.ofRoom().flatMap(({ stored }) => (stored ? [stored] : [])));

  add(files: readonly File[]): void {
    const roomId = this.openRoom.roomId();
    if (roomId === null) return;
    const { uploadMaxBytes } = this.server.info();
    this.queue.append(files.map((file) => newUpload(roomId, file, fileRefusal(file, uploadMaxBytes))));
  }

  /** What was dropped or pasted: folders among it are told of. */
  addDropped({ files, folders }: DroppedFiles): void {
    const roomId = this.openRoom.roomId();
    if (roomId === null) return;
    this.add(files);
    this.queue.append(folders.map((name) => newUpload(roomId, new File([], name), folderProblem())));
  }

  /** Hands over what has been stored, to be attached. What has failed stays, for its owner to decide. */
  take(): readonly StoredFile[] {
    const taken = this.ofRoom().filter(({ stored }) => stored !== null);
    this.queue.drop(taken);
    return taken.flatMap(({ stored }) => (stored ? [stored] : []));
  }
}
