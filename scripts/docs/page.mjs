import { posix } from 'node:path';
import highlight from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import graphql from 'highlight.js/lib/languages/graphql';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import { Marked, Renderer } from 'marked';

const LANGUAGES = { graphql, json, js: typescript, py: python, sh: bash, ts: typescript };
for (const [name, language] of Object.entries(LANGUAGES)) highlight.registerLanguage(name, language);

/** Where the files of the project can be read that are no page here. */
const REPOSITORY_FILES = ['schema.graphql'];

/** What is a page here, of all that the project says in Markdown. */
const SERVED = /^(?:api\.md$|api\/|guides\/)/;

/**
 * A page as it is served: its address below /docs, its title, its headings and its HTML. Links between the Markdown files, which work on any forge,
 * become links between the pages.
 */
export function readPage(path, markdown) {
  const headings = [];
  const links = [];
  let count = 0;
  // What scrolls sideways has to be within reach of the keyboard, and under a name of its own.
  const reachable = (what) => `tabindex="0" role="region" aria-label="${what} ${(count += 1)}"`;
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens, this.parser.textRenderer);
        const { plain, id } = anchorOf(text, headings);
        headings.push({ plain, id, text, depth });
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const target = targetOf(path, href);
        const text = this.parser.parseInline(tokens);
        if (target === null) return text;
        if (target.startsWith('/docs/guides/')) links.push({ href: target, text });
        return `<a href="${escaped(target)}">${text}</a>`;
      },
      code({ text, lang = '' }) {
        const [language] = lang.split(' ');
        const known = language in LANGUAGES;
        const code = known ? highlight.highlight(text, { language }).value : escaped(text);
        return `<pre ${reachable('Code')}><code>${code}</code></pre>\n`;
      },
      table(token) {
        return `<div class="wide" ${reachable('Table')}>${Renderer.prototype.table.call(this, token)}</div>\n`;
      },
      html({ text }) {
        return text.startsWith('<!--') ? '' : escaped(text);
      },
    },
  });
  const html = marked.parse(markdown);
  return { path, address: addressOf(path), title: headings[0]?.text ?? path, headings, links, html };
}

export function addressOf(path) {
  return path === 'api.md' ? '' : path.replace(/\.md$/, '').replace(/\/index$/, '');
}

/** As GitHub makes them, so that a link to a part of a page works in both places. */
function anchorOf(text, headings) {
  const plain = text
    .replaceAll(/<[^>]*>|&[a-z#0-9]+;/gi, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  const same = headings.filter((heading) => heading.plain === plain).length;
  return { plain, id: same === 0 ? plain : `${plain}-${same}` };
}

/** Null for a file of the project that a server does not have. */
function targetOf(path, href) {
  if (/^(?:https?:|#|mailto:)/.test(href)) return href;
  const [file, anchor] = href.split('#');
  const target = posix.join(posix.dirname(path), file);
  if (REPOSITORY_FILES.includes(target.replace('../', ''))) return `/docs/${target.replace('../', '')}`;
  if (!SERVED.test(target)) return null;
  return `/docs/${addressOf(target)}${anchor ? `#${anchor}` : ''}`.replace(/\/$/, '');
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
