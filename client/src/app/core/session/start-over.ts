/** Loads the page anew, so that nothing of whoever was signed in stays on it. But for the page that signs out: it would do so again, to somebody else. */
export function startOver(): void {
  if (location.pathname === '/logout') location.replace('/');
  else location.reload();
}
