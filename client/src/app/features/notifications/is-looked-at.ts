/** Whether somebody has this page before them: another window may lie over one that is visible. */
export function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
