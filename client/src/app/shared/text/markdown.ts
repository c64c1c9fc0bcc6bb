import { Marked, type Tokens } from 'marked';
import { escapeHtml } from './escape-html';

export type Shortcodes = ReadonlyMap<string, string>;

interface Emoji extends Tokens.Generic {
  readonly type: 'emoji';
  readonly emoji: string;
}

const SHORTCODE = /^:([a-z0-9_+-]{1,40}):/;
const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/**
 * Renders what somebody wrote. Made so that nothing in it can run even before it is sanitised: HTML is shown as
 * text, pictures from elsewhere are links, and links lead to web and mail addresses alone.
 */
export function markdownToHtml(markdown: string, shortcodes: Shortcodes): string {
  try {
    return newMarked(shortcodes).parse(markdown, { async: false });
  } catch {
    // Nested too deep to be meant for reading.
    return `<p>${escapeHtml(markdown)}</p>`;
  }
}

export function hasShortcode(markdown: string): boolean {
  return /:[a-z0-9_+-]{1,40}:/.test(markdown);
}

function newMarked(shortcodes: Shortcodes): Marked {
  return new Marked({
    gfm: true,
    breaks: true,
    tokenizer: {
      html: () => undefined,
      tag: () => undefined,
    },
    renderer: {
      // A message is not a document: its headings must not stand in the page's outline.
      heading({ tokens }) {
        return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
      },
      code({ text, lang }) {
        const language = /^[\w+#-]{1,30}/.exec(lang ?? '')?.[0];
        const attribute = language === undefined ? '' : ` class="language-${escapeHtml(language)}"`;
        // What scrolls sideways must be reachable by keyboard.
        return `<pre tabindex="0"><code${attribute}>${escapeHtml(text)}\n</code></pre>\n`;
      },
      link({ href, tokens }) {
        return link(href, this.parser.parseInline(tokens));
      },
      image({ href, text }) {
        return link(href, escapeHtml(text || href));
      },
      checkbox({ checked }) {
        return checked ? '☑ ' : '☐ ';
      },
    },
    extensions: [
      {
        name: 'emoji',
        level: 'inline',
        start: (source) => {
          const index = source.search(/:[a-z0-9_+-]/);
          return index < 0 ? undefined : index;
        },
        tokenizer: (source): Emoji | undefined => {
          const match = SHORTCODE.exec(source);
          const emoji = shortcodes.get(match?.[1] ?? '');
          return match && emoji !== undefined ? { type: 'emoji', raw: match[0], emoji } : undefined;
        },
        renderer: (token) => (isEmoji(token) ? escapeHtml(token.emoji) : escapeHtml(token.raw)),
      },
    ],
  });
}

function link(href: string, html: string): string {
  if (!URL.canParse(href) || !LINK_PROTOCOLS.has(new URL(href).protocol)) return html;
  return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${html}</a>`;
}

function isEmoji(token: Tokens.Generic): token is Emoji {
  return token.type === 'emoji';
}
