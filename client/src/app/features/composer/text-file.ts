import { formatMessage } from '../../shared/language/format-message';

/** From here on what was pasted is rather a file than words. */
const MAX_PASTED_CHARACTERS = 2_000;
const MAX_PASTED_LINES = 50;

export function isLongPaste(text: string): boolean {
  return text.length > MAX_PASTED_CHARACTERS || lineCount(text) > MAX_PASTED_LINES;
}

/** Says how long a pasted text is: in lines, or in characters where it has few lines. */
export function pasteQuestion(text: string): string {
  const lines = lineCount(text);
  return lines > 1
    ? formatMessage(
        $localize`{count, plural, =1 {You pasted 1 line. Send it as a file?} other {You pasted # lines. Send it as a file?}}`,
        { count: lines },
      )
    : formatMessage(
        $localize`{count, plural, =1 {You pasted 1 character. Send it as a file?} other {You pasted # characters. Send it as a file?}}`,
        { count: text.length },
      );
}

/** A text as a file, with the name that says what is in it. */
export function textFile(text: string): File {
  const { ending, type } = kindOf(text);
  return new File([text], `message.${ending}`, { type });
}

export function kindOf(text: string): { readonly ending: string; readonly type: string } {
  if (isJson(text)) return { ending: 'json', type: 'application/json' };
  if (/^(?:diff --git |--- \S.*\n\+\+\+ )/m.test(text)) return { ending: 'diff', type: 'text/x-diff' };
  if (isMarkdown(text)) return { ending: 'md', type: 'text/markdown' };
  return { ending: 'txt', type: 'text/plain' };
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Two signs of it: one alone may stand in any text. */
function isMarkdown(text: string): boolean {
  return (
    [/^#{1,6} \S/m, /^```/m, /^[-*] \S/m, /\[[^\]\n]+\]\(https?:/, /^\|(?: *:?-+:? *\|)+ *$/m, /\*\*\S/].filter(
      (sign) => sign.test(text),
    ).length > 1
  );
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
