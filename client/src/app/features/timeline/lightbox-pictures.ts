import type { Attachment } from './timeline.types';

export interface LightboxPictures {
  readonly pictures: readonly Attachment[];
  readonly index: number;
}

/** What the dialog is called by: the picture that is shown. */
export const PICTURE_NAME = 'picture-name';
