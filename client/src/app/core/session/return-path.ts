const PLACES = /^\/(?:chat|account|administration)(?:[/?#]|$)/;

/** Where to go after signing in. Only paths of this app: an address from outside must not decide where people end up. */
export function returnPath(to: string | null | undefined): string {
  return to && isForTheSignedIn(to) ? to : '/chat';
}

export function isForTheSignedIn(path: string): boolean {
  return PLACES.test(path) && !path.includes('\\');
}
