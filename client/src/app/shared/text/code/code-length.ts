/** Code of more lines than this is folded, and shows the first of them. */
const MAX_CODE_LINES = 24;
/** As many as the style shows of folded code. */
const FOLDED_LINES = 16;

export function linesOfCode(code: string): number {
  return code.split('\n').length;
}

export function isLongCode(code: string): boolean {
  return linesOfCode(code) > MAX_CODE_LINES;
}

/** How many characters of folded code are shown. */
export function lengthShownFolded(code: string): number {
  return code.split('\n', FOLDED_LINES).join('\n').length;
}

/** How many lines code takes of the screen before somebody wants to see all of it. */
export function linesShownOfCode(code: string): number {
  return isLongCode(code) ? FOLDED_LINES : linesOfCode(code);
}
