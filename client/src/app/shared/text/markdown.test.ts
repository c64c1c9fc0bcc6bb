import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownToHtml } from './markdown';

const none = new Map<string, string>();
const html = (markdown: string) => markdownToHtml(markdown, none);

test('what people write with Markdown is shown with its emphasis', () => {
  expect(html('**Ada** and *Ben* ~~left~~')).toBe('<p><strong>Ada</strong> and <em>Ben</em> <del>left</del></p>\n');
});

test('a line break in a message is a line break on the screen', () => {
  expect(html('one\ntwo')).toBe('<p>one<br>two</p>\n');
});

test('HTML is shown as it was typed', () => {
  expect(html('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n');
  expect(html('hello <b onclick="x()">Ben</b>')).toBe('<p>hello &lt;b onclick=&quot;x()&quot;&gt;Ben&lt;/b&gt;</p>\n');
});

test('a link opens elsewhere and tells the other side nothing', () => {
  expect(html('[tea](https://example.org/?a=1&b=2)')).toBe(
    '<p><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">tea</a></p>\n',
  );
});

test('an address in the text becomes a link', () => {
  expect(html('see https://example.org/tea')).toContain('<a href="https://example.org/tea"');
});

test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '/chat', '//example.org'])(
  'a link to %s is no link',
  (href) => {
    expect(html(`[tea](${href})`)).toBe('<p>tea</p>\n');
  },
);

test('a picture from elsewhere is a link, so that reading a message asks no other server for anything', () => {
  expect(html('![a cat](https://example.org/cat.png)')).toBe(
    '<p><a href="https://example.org/cat.png" target="_blank" rel="noopener noreferrer nofollow">a cat</a></p>\n',
  );
});

test('code is shown letter by letter, with its language', () => {
  expect(html('```ts\nlet a = "<b>";\n```')).toBe(
    '<pre tabindex="0"><code class="language-ts">let a = &quot;&lt;b&gt;&quot;;\n</code></pre>\n',
  );
});

test('a shortcode becomes its emoji, but not in code and not where nobody knows it', () => {
  const known = new Map([['tada', '🎉']]);
  expect(markdownToHtml('done :tada: :nope:', known)).toBe('<p>done 🎉 :nope:</p>\n');
  expect(markdownToHtml('`:tada:`', known)).toBe('<p><code>:tada:</code></p>\n');
  expect(markdownToHtml('at 12:30:15', known)).toBe('<p>at 12:30:15</p>\n');
});

test('a message that is nested without end is shown as text', () => {
  expect(html('>'.repeat(8000))).toContain('&gt;');
});

test('nothing that anybody could write makes an element or an attribute that is not on the list', () => {
  const scraps = fc.constantFrom(
    ...[
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '```',
      '\n',
      '[',
      ']',
      '(',
      ')',
      '!',
      '*',
      '_',
      '~~',
      '#',
      '|',
      '-',
      '1.',
      ' ',
      '    ',
    ],
    ...[
      'javascript:',
      'https://a.b',
      'mailto:a@b.c',
      '<img src=x onerror=alert(1)>',
      '<a href=javascript:x>',
      '&#106;',
      '\\',
      'x',
    ],
  );
  const allowed =
    /^<(?:\/(?:p|strong|em|del|a|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td)|(?:p|br|hr|strong|em|del|code|pre tabindex="0"|blockquote|ul|li|table|thead|tbody|tr|th|td)|ol(?: start="\d+")?|code class="language-[\w+#-]+"|t[hd] align="(?:left|right|center)"|a href="(?:https?|mailto):[^"<>]*" target="_blank" rel="noopener noreferrer nofollow")>$/;
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
      for (const tag of html(parts.join('')).match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(allowed);
    }),
    { numRuns: 2000 },
  );
});
