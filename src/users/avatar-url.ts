/** Where the pictures of people are served: below the one path that a browser sends the cookie for files to. */
export const AVATARS_PATH = 'uploads/avatars';

/** Each picture has a path of its own, so that browsers may keep what they got there. */
export function avatarUrlOf(version: string): string {
  return `/${AVATARS_PATH}/${version}`;
}
