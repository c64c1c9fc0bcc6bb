import type { Part, WrittenMail } from './written-mail.js';

/** The two ways in which an e-mail is shown. Nothing in it is loaded from anywhere, so that nobody learns when it is read. */
export interface LaidOut {
  readonly text: string;
  readonly html: string;
}

export function layOut({ parts, unsubscribe }: WrittenMail, from: string): LaidOut {
  const end = unsubscribe === null ? '' : `${unsubscribe.words}: ${unsubscribe.url}\n`;
  const text = `${parts.map(textOf).join('\n\n')}\n\n-- \n${from}\n${end}`;
  return { text, html: page(parts, unsubscribe, from) };
}

function textOf(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'heading':
      return part.text;
    case 'quote':
      return `> ${part.text}`;
    case 'link':
      return `${part.words}:\n${part.url}`;
  }
}

function page(parts: readonly Part[], unsubscribe: WrittenMail['unsubscribe'], from: string): string {
  const end = unsubscribe === null ? '' : `<br><a href="${escaped(unsubscribe.url)}">${escaped(unsubscribe.words)}</a>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body style="${BODY}">
${parts.map(htmlOf).join('\n')}
<p style="${FOOT}">${escaped(from)}${end}</p>
</body></html>
`;
}

function htmlOf(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p dir="auto">${escaped(part.text)}</p>`;
    case 'heading':
      return `<h2 dir="auto" style="${HEADING}">${escaped(part.text)}</h2>`;
    case 'quote':
      return `<blockquote dir="auto" style="${QUOTE}">${escaped(part.text)}</blockquote>`;
    case 'link':
      return `<p><a href="${escaped(part.url)}">${escaped(part.words)}</a></p>`;
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const BODY = 'font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em';
const HEADING = 'font-size: 16px; margin: 1.5em 0 0.5em';
const QUOTE = 'margin: 0 0 0.5em; padding: 0 0.75em; border-inline-start: 3px solid #8aa398';
const FOOT = 'font-size: 14px; margin-top: 2em';
