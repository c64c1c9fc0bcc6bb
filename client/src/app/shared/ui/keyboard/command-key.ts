/** Ctrl, or ⌘ where that is what shortcuts begin with: on a Mac, Ctrl with a letter moves the caret. */
export function hasCommandKey({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
}

/** How a shortcut is written on this machine: `Ctrl+Shift+X`, or `⌘⇧X`. */
export function shortcutInWords(keys: string): string {
  if (!isApple()) return keys;
  return keys.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}

export function isApple(): boolean {
  // Deprecated, and the only one that all browsers of a Mac and an iPad have.
  return /^(?:Mac|iP)/.test(navigator.platform);
}
