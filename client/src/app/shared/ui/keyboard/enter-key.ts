/** What Enter does in a box for messages, as `enterkeyhint` names it: a touch screen's keyboard has no Shift+Enter for a second line. */
export function enterKeyHint(): 'enter' | 'send' {
  return isForFingersOnly() ? 'enter' : 'send';
}

/** Whether a press, which is no input method's, sends or saves what stands in the box. Where Enter makes a line, a keyboard that is at hand after all has Ctrl or ⌘ with it. */
export function enterSends(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey) return false;
  return event.ctrlKey || event.metaKey || !isForFingersOnly();
}

function isForFingersOnly(): boolean {
  try {
    return matchMedia('(pointer: coarse) and (hover: none)').matches;
  } catch {
    return false;
  }
}
