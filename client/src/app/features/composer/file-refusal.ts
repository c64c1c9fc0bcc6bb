import { fileSize } from '../../shared/text/file-size';

const MOST_BYTES = 16 * 1024 * 1024;

/** Why a file need not even be sent; null where the server shall decide. */
export function fileRefusal({ size }: { readonly size: number }): string | null {
  if (size === 0) return 'This file is empty.';
  return size > MOST_BYTES ? `This file is too large: at most ${fileSize(MOST_BYTES)} can be shared.` : null;
}
