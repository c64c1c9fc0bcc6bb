/**
 * Where focus goes when a dialog closes that is opened now: the entry of a menu is gone by then, the menu's button is not.
 * Anything else that opens a dialog is still there, and `true` brings focus back to it.
 */
export function opener(): HTMLElement | true {
  const menu = document.activeElement?.closest('[role="menu"]');
  return (menu && document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(menu.id)}"]`)) ?? true;
}
