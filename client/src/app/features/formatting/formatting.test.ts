import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../shared/text/markdown';
import { htmlOf } from '../../shared/text/test/html-of';
import { type Format, hasFormat, toggled } from './formatting';
import { applied, type Selected } from './selected';

/** A text with its selection in it: `[` and `]` around it, or `|` for a caret. */
function selected(drawn: string): Selected {
  const caret = drawn.indexOf('|');
  if (caret >= 0) return { text: drawn.replace('|', ''), from: caret, to: caret };
  const from = drawn.indexOf('⟦');
  const to = drawn.indexOf('⟧') - 1;
  return { text: drawn.replace(/[⟦⟧]/g, ''), from, to };
}

function drawn({ text, from, to }: Selected): string {
  if (from === to) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

function after(before: string, format: Format): string {
  const start = selected(before);
  return drawn(applied(start, toggled(start, format)));
}

describe('marks are put around words, and taken away again', () => {
  test.each<[Format, string, string]>([
    ['bold', 'Hello ⟦tea⟧ and cake', 'Hello **⟦tea⟧** and cake'],
    ['bold', 'Hello ⟦ tea ⟧ and', 'Hello  **⟦tea⟧**  and'],
    ['italic', 'Hello t|ea', 'Hello _⟦tea⟧_'],
    ['strike', '⟦tea⟧', '~~⟦tea⟧~~'],
    ['code', 'call ⟦f(x)⟧', 'call `⟦f(x)⟧`'],
    ['bold', 'Hello |', 'Hello **|**'],
    // Within a word of Latin letters a mark would be text.
    ['bold', 'cup⟦ca⟧ke', '**⟦cupcake⟧**'],
    ['bold', 'これは⟦重要⟧です', 'これは**⟦重要⟧**です'],
    ['bold', '⟦one\n\n- two\n> three⟧', '⟦**one**\n\n- **two**\n> **three**⟧'],
    ['bold', '⟦tea\n>   \ncake⟧', '⟦**tea**\n>   \n**cake**⟧'],
    ['bold', '⟦**tea**\n>   \n**cake**⟧', '⟦tea\n>   \ncake⟧'],
    ['code', 'a ⟦`b`⟧', 'a ⟦b⟧'],
    ['code', 'a ⟦b`c⟧', 'a ``⟦b`c⟧``'],
    ['italic', '**⟦tea⟧**', '**_⟦tea⟧_**'],
    ['bold', '***⟦tea⟧***', '*⟦tea⟧*'],
    ['italic', '***⟦tea⟧***', '**⟦tea⟧**'],
    ['italic', '*⟦tea⟧*', '⟦tea⟧'],
    ['bold', '⟦**tea**⟧', '⟦tea⟧'],
    ['bold', 'Hello **|**', 'Hello |'],
  ])('%s: %s becomes %s', (format, before, expected) => {
    expect(after(before, format)).toBe(expected);
  });
});

describe('lines become items, tasks and quotes, and lines again', () => {
  test.each<[Format, string, string]>([
    ['bullets', 'te|a', '- te|a'],
    ['bullets', '|', '- |'],
    ['bullets', 'x\n⟦one\n\ntwo⟧\ny', 'x\n⟦- one\n\n- two⟧\ny'],
    ['numbers', '⟦one\ntwo\n⟧three', '⟦1. one\n2. two⟧\nthree'],
    ['tasks', '⟦- one\n- two⟧', '⟦- [ ] one\n- [ ] two⟧'],
    ['bullets', '⟦- [x] one⟧', '⟦- one⟧'],
    ['bullets', '- te|a', 'te|a'],
    ['numbers', '⟦1. one\n2. two⟧', '⟦one\ntwo⟧'],
    ['quote', '⟦one\n\n> two⟧', '⟦> one\n>\n> > two⟧'],
    ['quote', '⟦> one\n>\n> > two⟧', '⟦one\n\n> two⟧'],
    ['bullets', '|\nmore', '- |\nmore'],
  ])('%s: %s becomes %s', (format, before, expected) => {
    expect(after(before, format)).toBe(expected);
  });
});

describe('code gets fences, and words get a place to lead to', () => {
  test.each<[Format, string, string]>([
    ['code-block', 'see\n⟦let tea;\nlet cake;⟧', 'see\n```\n⟦let tea;\nlet cake;⟧\n```'],
    ['code-block', 'let| tea;', '```\n⟦let tea;⟧\n```'],
    ['code-block', '|', '```\n|\n```'],
    ['code-block', '⟦```\ntea\n```⟧', '⟦tea⟧'],
    ['code-block', '```ts\nlet |tea;\nlet cake;\n```', '⟦let tea;\nlet cake;⟧'],
    ['code-block', '```\na\n```\nb|\n```\nc\n```', '```\na\n```\n```\n⟦b⟧\n```\n```\nc\n```'],
    ['link', 'see ⟦the tea⟧ there', 'see [the tea](⟦https://⟧) there'],
    ['link', 'see ⟦https://tea.example⟧', 'see [|](https://tea.example)'],
    ['link', 'see |', 'see [|](https://)'],
    ['link', 'see [the tea](⟦https://⟧) there', 'see ⟦the tea⟧ there'],
    ['link', 'see [the t|ea](https://tea.example/a_(b))', 'see ⟦the tea⟧'],
  ])('%s: %s becomes %s', (format, before, expected) => {
    expect(after(before, format)).toBe(expected);
  });
});

const formats = [
  'bold',
  'italic',
  'strike',
  'code',
  'bullets',
  'numbers',
  'tasks',
  'quote',
  'code-block',
  'link',
] as const;
const scraps = fc.constantFrom(
  ...[
    'tea',
    'cake',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '. ',
    '?',
    '茶',
    'ש',
    'é',
    '(',
    ')',
    '**',
    '_',
    '`',
    '~~',
    '> ',
    '#',
    '1986',
  ],
);

/** Texts with a selection anywhere in them. */
const selections = fc
  .tuple(fc.array(scraps, { maxLength: 12 }), fc.nat(), fc.nat())
  .map(([parts, one, other]): Selected => {
    const text = parts.join('');
    const [from, to] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
    return { text, from: from ?? 0, to: to ?? 0 };
  });

test('a format that is given twice is as if it had never been given', () => {
  fc.assert(
    fc.property(selections, fc.constantFrom(...formats), (start, format) => {
      fc.pre(!hasFormat(start, format) && !isMixed(start, format));
      const once = applied(start, toggled(start, format));
      expect(once.text.length).toBeGreaterThan(start.text.length);
      expect(hasFormat(once, format), drawn(once)).toBe(true);
      const twice = applied(once, toggled(once, format));
      expect(twice.text, drawn(once)).toBe(start.text);
    }),
    { numRuns: 20_000 },
  );
});

test('nothing that was written is lost, whatever is given', () => {
  fc.assert(
    fc.property(selections, fc.array(fc.constantFrom(...formats), { maxLength: 4 }), (start, given) => {
      let now = start;
      for (const format of given) {
        now = applied(now, toggled(now, format));
        expect(now.from).toBeGreaterThanOrEqual(0);
        expect(now.to).toBeGreaterThanOrEqual(now.from);
        expect(now.to).toBeLessThanOrEqual(now.text.length);
      }
      expect(lettersOf(now.text)).toBe(lettersOf(start.text));
    }),
    { numRuns: 5_000 },
  );
});

test.each<[Format, RegExp]>([
  ['bold', /<strong>green tea<\/strong>/],
  ['italic', /<em>green tea<\/em>/],
  ['strike', /<del>green tea<\/del>/],
  ['code', /<code>green tea<\/code>/],
  ['bullets', /<ul[^>]*><li>a green tea, please<\/li><\/ul>/],
  ['tasks', /<li class="task">/],
  ['quote', /<blockquote/],
  ['code-block', /<pre><code>a green tea, please/],
])('%s is shown as such', (format, expected) => {
  const { text } = applied(selected('a ⟦green tea⟧, please'), toggled(selected('a ⟦green tea⟧, please'), format));
  expect(htmlOf(renderMarkdown(text, new Map()).text)).toMatch(expected);
});

/** Some of the words have it: then all of them get it, and nobody knows afterwards which ones had it. */
function isMixed({ text, from, to }: Selected, format: Format): boolean {
  if (['bullets', 'numbers', 'tasks'].includes(format)) return /^\s*(?:[-*•]|\d+[.)])\s/m.test(text);
  const words = text.slice(from, to);
  return words.includes('\n') && /[*_~`]/.test(text) && format !== 'quote' && format !== 'code-block';
}

function lettersOf(text: string): string {
  return text.replace(/https:\/\/|[^\p{L}]/gu, '');
}
