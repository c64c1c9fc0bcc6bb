import type { File } from './file.entity.js';

export const THUMBNAIL = 'thumbnail';

/** The id says which file it is; the name is there for people, and for what a browser proposes when it saves it. */
export function urlOf({ id, name }: Pick<File, 'id' | 'name'>): string {
  return `/uploads/${id}/${name === THUMBNAIL ? 'file' : encodeURIComponent(name)}`;
}

export function thumbnailUrlOf({ id, thumbnailKey }: Pick<File, 'id' | 'thumbnailKey'>): string | null {
  return thumbnailKey === null ? null : `/uploads/${id}/${THUMBNAIL}`;
}
