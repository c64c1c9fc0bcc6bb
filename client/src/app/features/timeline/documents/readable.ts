export type Readable = 'text' | 'pdf';

const TEXTS = /^text\/|^application\/(?:json|xml|x-ndjson|yaml|toml)$/;

/** How a document is read without downloading it; null where it can only be downloaded. The server found its media type in its bytes. */
export function readableAs({ mediaType }: { readonly mediaType: string }): Readable | null {
  if (mediaType === 'application/pdf') return 'pdf';
  return TEXTS.test(mediaType) ? 'text' : null;
}
