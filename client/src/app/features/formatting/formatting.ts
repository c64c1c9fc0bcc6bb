import { isInCodeBlock, toggleCodeBlock } from './code-block-format';
import { LINE_FORMATS, type LineFormat, isOnLines, toggleLines } from './line-format';
import { isInLink, toggleLink } from './link-format';
import { isMarked, type MarkFormat, MARKS, toggleMark } from './mark-format';
import type { Edit, Selected } from './selected';

export type Format = MarkFormat | LineFormat | 'code-block' | 'link';

/** What to write so that the selected words have a format, or have it no longer where they had it. */
export function toggled(selected: Selected, format: Format): Edit {
  if (isMark(format)) return toggleMark(selected, format);
  if (isLine(format)) return toggleLines(selected, format);
  return format === 'link' ? toggleLink(selected) : toggleCodeBlock(selected);
}

export function hasFormat(selected: Selected, format: Format): boolean {
  if (isMark(format)) return isMarked(selected, format);
  if (isLine(format)) return isOnLines(selected, format);
  return format === 'link' ? isInLink(selected) : isInCodeBlock(selected);
}

function isMark(format: Format): format is MarkFormat {
  return format in MARKS;
}

function isLine(format: Format): format is LineFormat {
  return format in LINE_FORMATS;
}
