import { readMessage, type Shortcodes, withMentions } from '#markdown';
import { isTall } from './markdown/is-tall';
import { messageToRichText } from './markdown/message-to-rich-text';
import { messageToText } from './markdown/message-to-text';
import type { RichText } from './rich-text';

/** Whoever a message names by a name: ME for whoever reads it; null where it is a word. */
export type WhoIs = (name: string) => string | null;

export { ME } from './markdown/message-to-rich-text';

const nobody: WhoIs = () => null;

export interface RenderedMarkdown {
  readonly text: RichText;
  /** Whether it takes so much of the screen that it is shown folded. */
  readonly tall: boolean;
}

/** Renders what somebody wrote: docs/markdown.md says what becomes what. */
export function renderMarkdown(markdown: string, shortcodes: Shortcodes, whoIs: WhoIs = nobody): RenderedMarkdown {
  const message = withMentions(readMessage(markdown, shortcodes), whoIs);
  return { text: messageToRichText(message), tall: isTall(message) };
}

/** The words of a message without its markup, in one line: for those who hear it. */
export function markdownToText(markdown: string): string {
  return messageToText(readMessage(markdown, new Map()));
}

export function hasShortcode(markdown: string): boolean {
  return /:[a-z0-9_+-]{1,40}:/.test(markdown);
}
