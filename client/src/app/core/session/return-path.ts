/** Where to go after signing in. Only paths of this app: an address from outside must not decide where people end up. */
export function returnPath(to: string | null | undefined): string {
  if (!to) return '/chat';
  return /^\/chat(?:[/?#]|$)/.test(to) && !to.includes('\\') ? to : '/chat';
}
