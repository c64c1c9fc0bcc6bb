import type { Readable } from 'node:stream';
import { DataStore, Metadata, Upload } from '@tus/server';
import type { Actor } from '../../../caller/index.js';
import type { ResumableUploads } from '../resumable-uploads.js';

/** Somebody's uploads, as @tus/server asks for them: one for each request. */
export class TusStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'expiration', 'termination'];

  constructor(
    private readonly actor: Actor,
    private readonly uploads: ResumableUploads,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, size = 0, metadata = {} } = upload;
    await this.uploads.begin(this.actor, { id, length: size, metadata: Metadata.stringify(metadata) });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { length, received, metadata } = await this.uploads.own(this.actor, id);
    return new Upload({ id, size: length, offset: received, metadata: Metadata.parse(metadata) });
  }

  override write(bytes: Readable, id: string, offset: number): Promise<number> {
    return this.uploads.receive(this.actor, id, offset, bytes);
  }

  override remove(id: string): Promise<void> {
    return this.uploads.giveUp(this.actor, id);
  }
}
