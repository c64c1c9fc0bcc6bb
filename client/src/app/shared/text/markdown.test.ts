import fc from 'fast-check';
import { expect, test } from 'vitest';
import document from '../../../../../docs/markdown.md?raw';
import { markdownToText, renderMarkdown } from './markdown';
import { isSameText } from './rich-text';
import { showsNothing } from './shows-nothing';
import { htmlOf } from './test/html-of';

const known = new Map([
  ['tada', '🎉'],
  ['100', '💯'],
]);
const html = (markdown: string): string => htmlOf(renderMarkdown(markdown, known).text);

test.each(tableOf('typed', 'shown'))('%s is shown: %s', (typed, shown) => {
  const expected = shown === 'as typed' ? typed : shown;
  const plain = html(typed);
  expect(readable(plain)).toBe(expected);
  if (shown === 'as typed') expect(plain).not.toMatch(/<(?!\/?(?:p|br)\b|a )/);
});

test.each(tableOf('typed', 'shown').filter(([, shown]) => shown === 'as typed'))(
  '%s is heard as it was typed',
  (typed) => {
    expect(markdownToText(typed)).toBe(typed.replace(/\s+/gu, ' ').trim());
  },
);

test('HTML is text, and so is what only looks like a character of it', () => {
  expect(html('<script>alert("1")</script> &amp;')).toBe(
    '<p dir="auto">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;amp;</p>',
  );
});

test('a link opens elsewhere and tells the other side nothing', () => {
  expect(html('[tea](https://example.org/?a=1&b=2)')).toBe(
    '<p dir="auto"><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">tea</a></p>',
  );
});

test.each(['https://tea.example/a?b=1&c=2', 'www.tea.example', 'ada@tea.example', 'mailto:ada@tea.example'])(
  'a link that shows where it leads is marked as one: %s',
  (address) => {
    expect(html(`See ${address}`)).toContain('nofollow" class="bare">');
    expect(html(`See [tea](${address.includes('@') ? 'mailto:ada@tea.example' : address})`)).not.toContain('bare');
    // It seems to lead elsewhere.
    expect(html(`See [${address}](https://other.example/)`)).not.toContain('bare');
  },
);

test('a message that would take too much to draw is its text, whole, with its breaks', () => {
  for (const source of [
    '=\n'.repeat(4000).trim(),
    '> '.repeat(400) + 'deep',
    '- '.repeat(30) + 'deep',
    '[a](https://b.c) '.repeat(700).trim(),
  ]) {
    expect(html(source)).toMatch(/^<p class="plain">/);
    expect(textOf(html(source)).trim()).toBe(source);
  }
});

test('a paragraph of very many lines comes in parts, none of which is long, and each line is in one of them', () => {
  const source = Array.from({ length: 130 }, (_, index) =>
    index % 9 === 0 ? `**line ${String(index)}**` : `line ${String(index)}`,
  );
  const parts = html(source.join('\n')).match(/<p dir="auto" class="plain">.*?<\/p>/gs) ?? [];
  expect(parts.map((part) => part.split('<br>').length)).toEqual([50, 50, 30]);
  expect(parts.flatMap((part) => textOf(part).trim().split('\n'))).toEqual(
    source.map((line) => line.replaceAll('*', '')),
  );
  // A mark that goes on over the lines is in one part, however long.
  expect(html(`**${'tea\n'.repeat(80)}tea**`)).toMatch(/^<p dir="auto"><strong>/);
});

test('a message is folded when it is taller than most of a screen, counted in what is shown of it', () => {
  const tall = (markdown: string): boolean => renderMarkdown(markdown, known).tall;
  for (const one of [
    'tea\n'.repeat(30),
    '- tea\n'.repeat(30),
    'tea '.repeat(1000),
    '茶'.repeat(1300),
    ('```\n' + 'tea\n'.repeat(20) + '```\n').repeat(2),
    ('```\n' + 'tea\n'.repeat(400) + '```\n').repeat(2),
  ])
    expect(tall(one)).toBe(true);
  for (const one of [
    'tea\n'.repeat(20),
    '\n\n\n\n'.repeat(30) + 'tea',
    `[tea](https://example.org/${'a'.repeat(1900)})\n`.repeat(3),
    '```\n' + 'tea\n'.repeat(20) + '```',
    // Long code is folded by itself.
    '```\n' + 'tea\n'.repeat(400) + '```',
  ])
    expect(tall(one)).toBe(false);
});

/** What people write with, and what others have broken chats with. */
const scraps = fc.constantFrom(
  ...[
    '<',
    '>',
    '> ',
    '"',
    "'",
    '&',
    '`',
    '``',
    '```',
    '```ts\n',
    '```C++\n',
    '\n',
    '\n\n',
    '[',
    ']',
    '](',
    '(',
    ')',
    '!',
    '*',
    '**',
    '_',
    '~~',
    '#',
    '# ',
  ],
  ...[
    '|',
    '|\n|-|-|\n',
    '-',
    '- ',
    '+ ',
    '1. ',
    '2) ',
    ' ',
    '    ',
    '\t',
    '=',
    '===',
    '---',
    '- [ ] ',
    ':',
    ':tada:',
    '::',
    '\\',
    '\\*',
    '\\|',
  ],
  ...[
    'javascript:',
    'https://a.b',
    '[a](https://a.b)',
    'mailto:a@b.c',
    'a@b.de',
    'www.a.b',
    '<img src=x onerror=alert(1)>',
    '<a href=javascript:x>',
  ],
  ...[
    '&#106;',
    '&amp;',
    'x',
    'Ada',
    'です',
    '。',
    '「',
    '」',
    '（',
    'ا',
    'ש',
    '중',
    '\u200B',
    '\u3164',
    '\u0301',
    '👍',
    '\u{1F3FD}',
    '[x]: y',
    '[^1]: z',
  ],
);
const messages = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''));

test('nothing that anybody could write makes an element or an attribute that is not on the list', () => {
  const allowed =
    /^<(?:\/(?:p|strong|em|del|a|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|div|span)|p(?: dir="auto")?(?: class="(?:heading|plain|emoji-only)")?|(?:br|strong|em|del|code(?: class="chunk")?|thead|tbody|tr)|(?:blockquote|ul|ol|table)(?: dir="auto")?(?: class="(?:bracketed|long-numbers|bracketed long-numbers)")?|li(?: value="\d+"| class="task")?|pre|div class="(?:code-block(?: language-[a-z0-9+#-]+)?|language|table)"|span class="box" role="img" aria-label="(?:Done|To do)"|t[hd](?: class="align-(?:left|right|center)")?|a href="(?:https?|mailto):[^"<>]*" target="_blank" rel="noopener noreferrer nofollow"(?: class="bare")?)>$/;
  fc.assert(
    fc.property(messages, (source) => {
      const result = html(source);
      for (const tag of result.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(allowed);
      expect(isWellNested(result)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('whatever somebody types that can be seen is seen: every character but markers, in order', () => {
  fc.assert(
    fc.property(messages, (source) => {
      const shown = textOf(html(source));
      const typed = Array.from(withoutMarkers(source)).filter((character) => !showsNothing(character));
      let at = 0;
      for (const character of typed) {
        at = shown.indexOf(character, at);
        expect(
          at,
          `${JSON.stringify(character)} of ${JSON.stringify(source)} in ${JSON.stringify(shown)}`,
        ).toBeGreaterThanOrEqual(0);
        at += character.length;
      }
    }),
    { numRuns: 5000 },
  );
});

test('what is drawn of a message stays as it is for the same text, and for no other one', () => {
  const drawn = (source: string) => renderMarkdown(source, known).text;
  fc.assert(
    fc.property(messages, messages, (one, other) => {
      expect(isSameText(drawn(one), drawn(one))).toBe(true);
      for (const another of [other, `${one}x`, `x${one}`])
        expect(isSameText(drawn(one), drawn(another)) && html(one) !== html(another)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('a message in which something can be seen shows something, and one of markers alone shows them all', () => {
  const markers = fc.array(fc.constantFrom(...Array.from('<>"\'&`\n[]()!*_~#|-+1.) =:\\')), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(messages, (source) => {
      expect(showsNothing(textOf(html(source)))).toBe(showsNothing(source));
    }),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(markers, (signs) => {
      const source = signs.join('');
      if (!source.includes('1') && !source.includes('`')) expect(visible(textOf(html(source)))).toBe(visible(source));
    }),
    { numRuns: 5000 },
  );
});

test('what is heard of a message is what is shown of it', () => {
  fc.assert(
    fc.property(messages, (source) => {
      expect(showsNothing(markdownToText(source))).toBe(showsNothing(source));
    }),
    { numRuns: 2000 },
  );
});

function tableOf(typed: string, shown: string): [string, string][] {
  const tables = document.split(/\n\n+/).filter((it) => new RegExp(`^\\| ${typed} +\\| ${shown} +\\|`).test(it));
  const rows = tables.flatMap((table) => table.trim().split('\n').slice(2));
  return rows.map((row) => {
    const [, first = '', second = ''] = row.split(/(?<!\\)\|/);
    return [cell(first), cell(second)];
  });
}

/** A cell's text: out of its backticks, with the characters that its signs stand for. */
function cell(written: string): string {
  const bare = written.trim().replaceAll('\\|', '|');
  const code = /^(`+)(.*)\1$/.exec(bare)?.[2] ?? bare;
  return code
    .replace(/^ (.*`|`.*) $/, '$1')
    .replaceAll('⏎', '\n')
    .replace(/\{U\+([0-9A-F]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** HTML as the document writes it: without what every element of its kind has. */
function readable(result: string): string {
  const bare = result
    .replace(/<div class="table">(<table.*?<\/table>)<\/div>/gs, '$1')
    .replace(/ (?:dir|role|aria-label|target|rel)="[^"]*"/g, '')
    .replaceAll(' class="bare"', '')
    .replace(/(class="code-block) language-[^" ]+/g, '$1')
    .replace(/<a href="(?:http:\/\/(?=www)|mailto:)?([^"]*)">\1<\/a>/g, '<a>$1</a>')
    .replaceAll('<br>', '\n');
  const [, only = ''] = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(bare) ?? [];
  return unescape(only === '' ? bare : only);
}

function textOf(result: string): string {
  return unescape(
    result
      .replace(/<br>|<\/(?:p|li|tr|pre)>/g, '\n')
      .replace(/<li value="(\d+)">/g, '$1. ')
      .replace(/<[^>]*>/g, ''),
  );
}

function unescape(text: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/** Destinations of links are in the link, shortcodes are emoji, and a language is called by its name; signs may have been markers. */
function withoutMarkers(source: string): string {
  return source
    .replace(/\]\((?:https?:\/\/|mailto:|www\.)[^\s<>]*\)/g, '')
    .replaceAll(':tada:', '')
    .replace(/```(?:ts|C\+\+)\n/g, '')
    .replace(/[\0-/:-@[-`{-\x7F\d\sx]/g, '');
}

function visible(text: string): string {
  return text.replace(/\s+/g, '');
}

function isWellNested(result: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of result.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (slash) {
      if (open.pop() !== name) return false;
    } else if (name !== 'br') open.push(name);
  }
  return open.length === 0;
}
