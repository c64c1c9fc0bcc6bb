import { describe, expect, it } from 'vitest';
import { namesIn, readMessage, withMentions } from '#markdown';

/** Whom a message names among people with these usernames. */
function named(body: string, ...usernames: string[]): string[] {
  const people = new Set(usernames.length > 0 ? usernames : ['ada', 'ben', 'room']);
  const found = namesIn(readMessage(body, new Map())).map((names) => names.find((name) => people.has(name)));
  return found.flatMap((name) => name ?? []);
}

describe('somebody is named by an @ and their username', () => {
  it.each([
    '@ben',
    'Hello @ben!',
    '(@ben)',
    '"@ben"',
    '@ben, are you there?',
    '@ben.',
    '@ben...',
    '@ben: hello',
    "@ben's cake",
    '**@ben** and *others*',
    '~~@ben~~',
    '*cc @ben*',
    '- milk for @ben',
    '# For @ben',
    'one\n@ben\ntwo',
    '| who | what |\n| - | - |\n| @ben | cake |',
    'こんにちは@benさん',
    '안녕 @ben님',
    '„@ben“',
    '…@ben…',
    '👍@ben👍',
    '@ben-',
    '@ben_',
    '\uFF20ben',
    '- one\n  @ben\n',
    '`code`@ben',
  ])('%j', (body) => {
    expect(named(body)).toEqual(['ben']);
  });

  it('several, each time, and everybody', () => {
    expect(named('@ben and @ada/@ben, @room')).toEqual(['ben', 'ada', 'ben', 'room']);
  });

  it('with all that a username may have', () => {
    expect(named('@zoë.o-b_1.', 'zoë.o-b_1')).toEqual(['zoë.o-b_1']);
    expect(named('@ada.', 'ada.', 'ada')).toEqual(['ada.']);
    expect(named('@太郎さん、@Иван!', '太郎', 'Иван')).toEqual(['太郎', 'Иван']);
    expect(named('@太郎さん', '太郎さん', '太郎')).toEqual(['太郎さん']);
    expect(named('@मीरा।', 'मीरा')).toEqual(['मीरा']);
  });
});

describe('nobody is named', () => {
  it.each([
    '`@ben`',
    '``@ben``',
    '```\n@ben\n```',
    '```ts\n@ben',
    '    @ben, four spaces in',
    '\t@ben',
    'text\n    @ben',
    '> @ben said so',
    '> > @ben',
    '> - @ben',
    'ada@ben.example',
    'mailto:x@ben.example',
    'https://example.org/@ben',
    'https://example.org/?q=@ben',
    'www.example.org/@ben',
    '[@ben](https://example.org)',
    'ada@ben',
    'git@ben:tea.git',
    '@ben@example.org',
    '@ben:example.org',
    '@ben/core',
    '@ben()',
    '\\@ben',
    '@@ben',
    '@benny',
    '@be',
    '@ ben',
    'ben',
  ])('%j', (body) => {
    expect(named(body)).toEqual([]);
  });

  it('in what is too much to be read, and shown as it was typed', () => {
    expect(named('@ben\n'.repeat(700))).toEqual([]);
  });
});

it('what is shown has the same people, and not a letter more or less', () => {
  const body = 'Hello **@ben** and @nobody,\n> @ben\n`@ben` or @ada.';
  const shown = withMentions(readMessage(body, new Map()), (name) =>
    ['ada', 'ben'].includes(name) ? `id of ${name}` : null,
  );
  const mentions = JSON.stringify(shown).match(/"kind":"mention","text":"@\w+","target":"[\w ]+"/g);
  expect(mentions).toEqual([
    '"kind":"mention","text":"@ben","target":"id of ben"',
    '"kind":"mention","text":"@ada","target":"id of ada"',
  ]);
  const texts = (message: unknown) =>
    [...JSON.stringify(message).matchAll(/"text":"(.*?)(?<!\\)"/g)].map(([, text]) => text).join('');
  expect(texts(shown)).toBe(texts(readMessage(body, new Map())));
});
