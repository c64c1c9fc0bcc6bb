/** Pictures, sound and films that browsers show and never run. Whatever is not named here is only ever downloaded. */
const SHOWN = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'video/x-m4v',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/ogg',
  'audio/wav',
  'audio/flac',
  'audio/webm',
]);

/** RFC 6266, with the name in ASCII for old clients and in full (RFC 8187) for all others. */
export function contentDisposition(mediaType: string, name: string): string {
  const plain = name.replace(/[^\x20-\x7E]/gu, '_').replace(/["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${SHOWN.has(mediaType) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`;
}
