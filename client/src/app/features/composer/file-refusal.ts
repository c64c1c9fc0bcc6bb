import { fileSize } from '../../shared/text/file-size';

const MAX_BYTES = 16 * 1024 * 1024;

/** Why a file need not even be sent; null where the server shall decide. */
export function fileRefusal({ size }: { readonly size: number }): string | null {
  if (size === 0) return 'This file is empty.';
  return size > MAX_BYTES ? `This file is too large. The limit is ${fileSize(MAX_BYTES)}.` : null;
}
