/**
 * Puts text into a box as if somebody had typed it, in place of what stands between two positions: the browser tells of it by an `input`
 * event, and Ctrl Z takes it back. Setting the value would empty all that could be undone.
 */
export function typeText(box: HTMLTextAreaElement, text: string, from: number, to: number): void {
  box.focus();
  box.setSelectionRange(from, to);
  const command = text === '' ? 'delete' : 'insertText';
  if (from === to && text === '') return;
  if (commands.execCommand(command, false, text)) return;
  box.setRangeText(text, from, to, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** `execCommand` is deprecated for all that it did to documents; for text in a box nothing else can be undone. */
interface Commands {
  execCommand(command: 'insertText' | 'delete', showUI: false, text: string): boolean;
}

const commands: Commands = document;
