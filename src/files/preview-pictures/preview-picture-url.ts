/** Below the one path that a browser sends the cookie for files to. */
export const PREVIEW_PICTURES_PATH = 'uploads/previews';

/** Each picture has a path of its own, so that browsers may keep what they got there. */
export function previewPictureUrlOf(version: string): string {
  return `/${PREVIEW_PICTURES_PATH}/${version}`;
}
