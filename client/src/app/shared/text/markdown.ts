import { messageToHtml } from './markdown/message-to-html';
import type { Shortcodes } from './markdown/message-tree';
import { messageToText } from './markdown/message-to-text';
import { readMessage } from './markdown/read-message';

/** Renders what somebody wrote: docs/markdown.md says what becomes what. */
export function markdownToHtml(markdown: string, shortcodes: Shortcodes): string {
  return messageToHtml(readMessage(markdown, shortcodes));
}

/** The words of a message without its markup, in one line: for those who hear it. */
export function markdownToText(markdown: string): string {
  return messageToText(readMessage(markdown, new Map()));
}

export function hasShortcode(markdown: string): boolean {
  return /:[a-z0-9_+-]{1,40}:/.test(markdown);
}
