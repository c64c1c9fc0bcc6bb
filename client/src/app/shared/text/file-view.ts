export type FileView = 'picture' | 'video' | 'sound' | 'document';

/** How a file is shown. Anything the browser should not run or cannot play is a document. */
export function fileView(mediaType: string): FileView {
  if (PICTURES.has(mediaType)) return 'picture';
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('audio/')) return 'sound';
  return 'document';
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
