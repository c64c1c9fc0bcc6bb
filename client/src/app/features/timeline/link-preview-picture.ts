import type { LinkPreview } from '../../core/graphql/model';
import { frameRatio } from './frame-ratio';

export interface PreviewPicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** Width by height of its frame. */
  readonly ratio: number;
  /** Below the words, over the whole card; a small or a narrow one stands beside them. */
  readonly isWide: boolean;
}

const MIN_WIDE = 400;
const MIN_WIDE_RATIO = 1.25;

/** The picture of a preview, with the room that it takes: that is fixed before it has loaded, so that nothing below it moves. */
export function previewPicture(preview: LinkPreview): PreviewPicture | null {
  const { imageUrl: url, imageWidth: width, imageHeight: height } = preview;
  if (!url || !width || !height) return null;
  const isAlone = preview.title === null && preview.description === null;
  return {
    ...{ url, width, height, ratio: frameRatio({ width, height }) },
    isWide: isAlone || (width >= MIN_WIDE && width / height >= MIN_WIDE_RATIO),
  };
}
