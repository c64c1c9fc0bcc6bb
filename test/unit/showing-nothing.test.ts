import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { showsNothing } from '#server/runtime/index.js';
import { showsNothing as showsNothingInTheClient } from '../../client/src/app/shared/text/shows-nothing.js';

const document = readFileSync('docs/markdown.md', 'utf8');

describe('a message that shows nothing', () => {
  it.each(casesUnder('shows nothing'))('is one of %s alone', (_, text) => {
    expect(showsNothing(text)).toBe(true);
    for (const character of text) expect(showsNothing(character)).toBe(true);
    expect(showsNothing(`${text}.`)).toBe(false);
  });

  it('is one of all that cannot be seen together', () => {
    expect(
      showsNothing(
        casesUnder('shows nothing')
          .map(([, text]) => text)
          .join(''),
      ),
    ).toBe(true);
  });

  it.each(casesUnder('shows something'))('is none with %s', (_, text) => {
    expect(showsNothing(text)).toBe(false);
  });

  it('is the same for the client and for the server, with every character there is', () => {
    const differing = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
      .filter((it) => it < 0xd800 || it > 0xdfff)
      .map((it) => String.fromCodePoint(it))
      .filter((it) => showsNothing(it) !== showsNothingInTheClient(it));
    expect(differing).toEqual([]);
  });
});

/** What a character is, and the text that the document writes as `{U+…}`. */
function casesUnder(heading: string): [string, string][] {
  const table = document.split(/\n\n+/).find((it) => it.startsWith(`| ${heading} `)) ?? '';
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) => {
    const [, typed = '', what = ''] = row.split('|').map((cell) => cell.trim());
    return [
      what,
      typed
        .slice(1, -1)
        .replace(/\{U\+([0-9A-F]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    ];
  });
}
