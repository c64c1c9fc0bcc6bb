import DOMPurify from 'dompurify';

const ALLOWED_TAGS = [
  ...['p', 'br', 'strong', 'em', 'del', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'div', 'span'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const PLAIN_ATTR = ['target', 'rel', 'class', 'dir', 'value', 'role', 'aria-label'];

/** The second wall behind the Markdown renderer. */
export function sanitise(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', ...PLAIN_ATTR],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    // DOMPurify takes every attribute for an address unless it is told otherwise, and would drop these.
    ADD_URI_SAFE_ATTR: PLAIN_ATTR,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
