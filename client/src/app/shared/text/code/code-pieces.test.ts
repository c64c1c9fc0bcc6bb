import fc from 'fast-check';
import hljs from 'highlight.js/lib/core';
import { expect, test } from 'vitest';
import { piecesOf } from './code-pieces';
import { GRAMMARS } from './grammars';
import { highlight, loadGrammar } from './highlight';
import type { Grammar } from './languages';
import { languageNamed } from './languages';

const grammars = Object.keys(GRAMMARS) as Grammar[];

test('the words of code have the colours of what they are', async () => {
  const code = 'const tea = "green"; // hot & strong <b>\nfunction brew(cups: number) { return 3; }';
  await loadGrammar('typescript');
  const coloured = highlight(code, 'typescript').map(({ from, to, colour }) => [code.slice(from, to), colour]);
  expect(coloured).toEqual(
    expect.arrayContaining([
      ['const', 'keyword'],
      ['"green"', 'string'],
      ['// hot & strong <b>', 'comment'],
      ['brew', 'title'],
      ['3', 'number'],
    ]),
  );
});

test('what is put into a string is no string, and tags hold the language within them', async () => {
  const template = '`one ${two} three`';
  await loadGrammar('xml');
  expect(highlight(template, 'javascript').map(({ from, to, colour }) => [template.slice(from, to), colour])).toEqual([
    ['`one ', 'string'],
    [' three`', 'string'],
  ]);
  const page = '<script>let tea;</script>';
  expect(highlight(page, 'xml').map(({ from, to }) => page.slice(from, to))).toContain('let');
});

test('a language has the name that its people give it, whatever it was typed as', () => {
  expect(['ts', 'TSX', 'c++', 'YML', 'dockerfile'].map((word) => languageNamed(word)?.name)).toEqual([
    'TypeScript',
    'TSX',
    'C++',
    'YAML',
    'Dockerfile',
  ]);
  expect(languageNamed('constructor')).toBeNull();
  expect(languageNamed('tea')).toBeNull();
});

const scraps = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '`',
    '${',
    '}',
    '{',
    '(',
    ')',
    '/*',
    '*/',
    '//',
    '#',
    '--',
    '\n',
    ' ',
    '\\',
    '<b>',
    '</b>',
  ],
  ...[
    '&amp;',
    '&#x27;',
    '<!--',
    '-->',
    '```',
    'const',
    'class',
    'def',
    'tea',
    '茶',
    '🍵',
    '3.5',
    '@',
    '$x',
    '[',
    ']',
    ':',
    ';',
    '=',
  ],
);

test('in every language, colours lie in order within the code and do not overlap', async () => {
  for (const grammar of grammars) await loadGrammar(grammar);
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 60 }), fc.constantFrom(...grammars), (parts, grammar) => {
      const code = parts.join('');
      const { value } = hljs.highlight(code, { language: grammar, ignoreIllegals: true });
      let last = 0;
      for (const { from, to } of piecesOf(value)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(code.length);
      // One colour around everything reaches from the first character to the last: no sign was counted as more than it is.
      if (code !== '')
        expect(piecesOf(`<span class="hljs-comment">${value.replace(/<[^>]*>/g, '')}</span>`)).toEqual([
          { from: 0, to: code.length, colour: 'comment' },
        ]);
    }),
    { numRuns: 1000 },
  );
});
