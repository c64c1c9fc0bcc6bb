import type { Found } from './block-reading.js';
import { showsNothing } from './shows-nothing.js';

const FENCE = /^( {0,3})(`{3,})([^`]*)$/;
const LANGUAGE = /^\s*([\w+#.-]{1,30})\s*$/;

/** Code between two fences. What stands behind the first one is a language if it is one word, and else the first line of the code. */
export function readFence(lines: readonly string[], at: number): Found | null {
  const fence = FENCE.exec(lines[at] ?? '');
  if (!fence) return null;
  const [, indent = '', ticks = '', info = ''] = fence;
  const language = LANGUAGE.exec(info)?.[1] ?? null;
  const code = language === null && !showsNothing(info) ? [info.trimStart()] : [];
  let next = at + 1;
  for (let closed = false; next < lines.length && !closed; next += 1) {
    const line = withoutIndent(lines[next] ?? '', indent.length);
    const end = endOfCode(line, ticks.length);
    closed = end !== null;
    // Whoever writes the code right between the fences closes it on the last line.
    const text = end === null ? line : line.slice(0, end);
    if (!closed || text.trim() !== '') code.push(text);
  }
  if (showsNothing(code.join(''))) return null;
  return { block: { kind: 'code', language, text: code.join('\n') }, next };
}

/** Where the line's closing fence begins. */
function endOfCode(line: string, ticks: number): number | null {
  const trimmed = line.trimEnd();
  let start = trimmed.length;
  while (trimmed.charAt(start - 1) === '`') start -= 1;
  return trimmed.length - start >= ticks ? start : null;
}

function withoutIndent(line: string, width: number): string {
  let start = 0;
  while (start < width && line.charAt(start) === ' ') start += 1;
  return line.slice(start);
}
