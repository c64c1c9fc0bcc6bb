import type { IconName } from '../../../shared/ui/icon/icon-shapes';

export interface DocumentKind {
  readonly icon: IconName;
  readonly label: string;
}

const archives = /zip|tar|gzip|7z|rar|compressed/;
const texts = /^text\/|pdf|document|msword|opendocument|rtf|json|xml/;

/** What a document is, in a short word: from its name's ending where it has one, else from its media type. */
export function documentKind({ name, mediaType }: { name: string; mediaType: string }): DocumentKind {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  const label = (ending ?? mediaType.split('/')[1] ?? 'file').toUpperCase();
  if (archives.test(mediaType)) return { icon: 'file-archive', label };
  if (mediaType.startsWith('image/')) return { icon: 'image', label };
  return { icon: texts.test(mediaType) ? 'file-text' : 'file', label };
}
