import { BrokenUploadRequest } from '../files.errors.js';

/** What a client says of a file before it comes. */
export interface UploadMetadata {
  readonly roomId: string;
  /** As its sender calls it. */
  readonly name: string | undefined;
}

/** Names and sizes of files, and whatever else a client wants back. */
const MAX_CHARACTERS = 4096;

/** Reads `Upload-Metadata`: names, each with a value in Base64. */
export async function readMetadata(metadata: string): Promise<UploadMetadata> {
  if (metadata.length > MAX_CHARACTERS) throw new BrokenUploadRequest('The metadata is too long.', 'metadata');
  // With the first file that comes in by parts, as the rest of it.
  const { Metadata } = await import('@tus/server');
  const { roomId, filename } = metadata === '' ? {} : Metadata.parse(metadata);
  if (typeof roomId !== 'string')
    throw new BrokenUploadRequest('The metadata has to name the room: `roomId`, with its id in Base64.', 'roomId');
  return { roomId, name: filename ?? undefined };
}
