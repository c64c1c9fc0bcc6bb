import type { Dialogs } from '../../shared/ui/dialog/dialogs';

/** Lets somebody choose the part of a picture that others see; null where they have thought better of it. */
export async function cropPicture(dialogs: Dialogs, picture: ImageBitmap): Promise<Blob | null> {
  const cropped = await dialogs.ask<Blob>(async () => (await import('./picture-cropper')).PictureCropper, {
    data: picture,
    width: '24rem',
    maxWidth: 'calc(100vw - 2rem)',
  });
  return cropped ?? null;
}
