import { hasCommandKey } from '../../shared/ui/keyboard/command-key';
import type { IconName } from '../../shared/ui/icon/icon-shapes';
import type { Format } from './formatting';

export interface FormatTool {
  readonly format: Format;
  readonly name: () => string;
  readonly icon: IconName;
  /** As `aria-keyshortcuts` would have it, with Ctrl for the key of commands. */
  readonly keys: string | null;
}

/** In the order of the bar. */
export const FORMAT_TOOLS: readonly FormatTool[] = [
  { format: 'bold', name: () => $localize`Bold`, icon: 'bold', keys: 'Ctrl+B' },
  { format: 'italic', name: () => $localize`Italic`, icon: 'italic', keys: 'Ctrl+I' },
  { format: 'strike', name: () => $localize`Strikethrough`, icon: 'strikethrough', keys: 'Ctrl+Shift+X' },
  { format: 'code', name: () => $localize`Code`, icon: 'code', keys: 'Ctrl+E' },
  { format: 'code-block', name: () => $localize`Code block`, icon: 'square-code', keys: 'Ctrl+Shift+E' },
  { format: 'link', name: () => $localize`Link`, icon: 'link', keys: 'Ctrl+K' },
  { format: 'bullets', name: () => $localize`List`, icon: 'list', keys: 'Ctrl+Shift+8' },
  { format: 'numbers', name: () => $localize`Numbered list`, icon: 'list-ordered', keys: 'Ctrl+Shift+7' },
  { format: 'tasks', name: () => $localize`Task list`, icon: 'list-todo', keys: null },
  { format: 'quote', name: () => $localize`Quote`, icon: 'text-quote', keys: 'Ctrl+Shift+9' },
];

/** The format that a key asks for, with the words that are selected: without any, Ctrl+K finds a room. */
export function formatAskedFor(event: KeyboardEvent, hasSelection: boolean): Format | null {
  if (!hasCommandKey(event) || event.altKey) return null;
  const keys = `Ctrl+${event.shiftKey ? 'Shift+' : ''}${keyOf(event)}`;
  const format = FORMAT_TOOLS.find((tool) => tool.keys === keys)?.format ?? null;
  return format === 'link' && !hasSelection ? null : format;
}

/** By its letter; by its place where that is no Latin letter, and for digits, which are signs with Shift. */
function keyOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^(?:Key|Digit)/, '');
}
