export type FileView = 'picture' | 'video' | 'sound' | 'document';

interface FileLike {
  readonly mediaType: string;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly thumbnailUrl?: string | null;
}

/** So many pixels a browser draws without trouble; of what has more, only a small picture is shown. */
const MAX_PIXELS = 40_000_000;

/**
 * How a file is shown. The server measures what browsers show as pictures, and nothing else. Whatever the browser should not run or
 * cannot play is a document.
 */
export function fileView(file: FileLike): FileView {
  if (isPicture(file)) return isTooLarge(file) ? 'document' : 'picture';
  if (file.mediaType.startsWith('video/')) return 'video';
  if (file.mediaType.startsWith('audio/')) return 'sound';
  return 'document';
}

/** A picture that nobody could be shown without asking a great deal of their device. */
export function isTooLarge({ width, height, thumbnailUrl }: FileLike): boolean {
  return (width ?? 0) * (height ?? 0) > MAX_PIXELS && !thumbnailUrl;
}

/** Whether the browser can show a file that it has itself, before the server has seen it. */
export function hasPreview(mediaType: string): boolean {
  return PREVIEWED.has(mediaType);
}

function isPicture({ mediaType, width, height }: FileLike): boolean {
  return mediaType.startsWith('image/') && Boolean(width) && Boolean(height);
}

const PREVIEWED = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);
