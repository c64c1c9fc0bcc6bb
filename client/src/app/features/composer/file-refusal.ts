import { fileSize } from '../../shared/text/file-size';

/** Why a file need not even be sent; null where the server shall decide. */
export function fileRefusal({ size }: { readonly size: number }, maxBytes: number): string | null {
  if (size === 0) return $localize`This file is empty.`;
  return size > maxBytes ? $localize`This file is too large. The limit is ${fileSize(maxBytes)}:size:.` : null;
}
