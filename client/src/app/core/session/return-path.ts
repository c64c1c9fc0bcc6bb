/** A way in that leads on. */
const INVITATION = /^\/invite\/([\w-]+)$/;
const PLACES = /^\/(?:chat|account|administration)(?:[/?#]|$)/;

/** Where to go after signing in. Only paths of this app: an address from outside must not decide where people end up. */
export function returnPath(to: string | null | undefined): string {
  return to && (isForTheSignedIn(to) || INVITATION.test(to)) ? to : '/chat';
}

export function isForTheSignedIn(path: string): boolean {
  return PLACES.test(path) && !path.includes('\\');
}

/** The code of the invitation that a path leads to. */
export function invitationCodeIn(path: string | null): string | null {
  return INVITATION.exec(path ?? '')?.[1] ?? null;
}
