import { describe, expect, it } from 'vitest';
import { linksIn } from '#server/link-previews/links-in.js';

const pagesOf = (body: string) => linksIn(body).map(({ pageUrl }) => pageUrl);

describe('a link of a message', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['see HTTPS://Example.ORG/Path.', 'https://example.org/Path'],
    ['www.example.org', 'http://www.example.org/'],
    ['WWW.example.org', 'http://www.example.org/'],
    ['[the page](https://example.org/a)', 'https://example.org/a'],
    ['**bold https://example.org/a**', 'https://example.org/a'],
    ['# https://example.org/a', 'https://example.org/a'],
    ['- one\n- https://example.org/a', 'https://example.org/a'],
    ['| a |\n| - |\n| https://example.org/a |', 'https://example.org/a'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['https://example.org/a#part', 'https://example.org/a'],
    ['https://例え.jp/パス', 'https://xn--r8jz45g.jp/%E3%83%91%E3%82%B9'],
  ])('is asked for: %j', (body, page) => {
    expect(pagesOf(body)).toEqual([page]);
  });

  it.each([
    '`https://example.org`',
    '```\nhttps://example.org\n```',
    '> https://example.org said before',
    'ada@example.org',
    'mailto:ada@example.org',
    'ftp://example.org/a',
    '[a](javascript:alert(1))',
    '[a](file:///etc/passwd)',
    'no link at all',
    '',
    `https://example.org/${'a'.repeat(2048)}`,
    `https://example.org/${'ä'.repeat(700)}`,
    // What is too much to draw has no links to click, either.
    'https://a.b '.repeat(650),
  ])('is not there: %j', (body) => {
    expect(pagesOf(body)).toEqual([]);
  });

  it('is one of the first three, each page once', () => {
    const links = [
      'https://a.example/#1',
      'https://a.example/#2',
      'https://b.example',
      'https://c.example',
      'https://d.example',
    ];
    expect(linksIn(links.join(' '))).toEqual([
      { url: 'https://a.example/#1', pageUrl: 'https://a.example/' },
      { url: 'https://b.example', pageUrl: 'https://b.example/' },
      { url: 'https://c.example', pageUrl: 'https://c.example/' },
    ]);
  });
});
