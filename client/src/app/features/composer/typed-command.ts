import type { PartialWord } from './completion';

const MAX_NAME_LENGTH = 32;
const WHOLE = new RegExp(String.raw`^/([a-z][a-z0-9_-]{0,${String(MAX_NAME_LENGTH - 1)}})(?:\s+([\s\S]*))?$`, 'i');
const BEFORE_CARET = /^\/([a-z0-9_-]{0,32})$/i;

/** A command as it was typed. */
export interface TypedCommand {
  readonly name: string;
  readonly text: string;
}

/** The command that a draft is; null for a message. A space before the slash, or a second one, makes it a message; so does a path such as /usr/bin. */
export function typedCommand(draft: string): TypedCommand | null {
  const [, name, text = ''] = WHOLE.exec(draft.trimEnd()) ?? [];
  return name === undefined ? null : { name: name.toLowerCase(), text };
}

/** What is sent of a message: of two slashes at its beginning one. */
export function withoutSecondSlash(body: string): string {
  return body.replace(/^\/\/(?=[a-z])/i, '/');
}

/** The name that is being typed at the caret, at the beginning of the draft. */
export function partialCommand(text: string, caret: number): PartialWord | null {
  const [, typed] = BEFORE_CARET.exec(text.slice(0, Math.min(caret, MAX_NAME_LENGTH + 2))) ?? [];
  return typed === undefined || caret > typed.length + 1 ? null : { start: 0, typed: typed.toLowerCase() };
}
