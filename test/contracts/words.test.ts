import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Said in ways that nobody says it: what stood here once, and what it was replaced with. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\bput (?:\S+ )?out\b/i, 'removed'],
  [/\bputs (?:\S+ )?out\b/i, 'removes'],
  [/\b(?:bring|brings|brought) (?:\S+ )?in(?:to)?\b/i, 'add'],
  [/(?<!-)\banew\b/i, 'again'],
  [/\bthat others read\b/i, 'display name'],
  [/\bby itself\b.*\bsent\b|\bsent by itself\b/i, 'sends automatically'],
  [/\bhand(?:s|ed)? (?:\S+ )?(?:room )?over\b/i, 'transfer'],
  [/\bcome in as\b/i, 'join as'],
  [/\bdid not arrive\b/i, 'couldn’t be loaded'],
  [/\bmade an account\b|\bmake an account\b/i, 'create an account'],
  [/\bno such (?:room|file|message|person)\b/i, 'not found'],
];

const FILES = globSync(['client/src/**/*.{html,ts}', 'src/**/*.ts']).filter(
  (path) => !path.endsWith('.test.ts') && !path.includes('/generated/'),
);

it('there are words to read', () => {
  expect(FILES.length).toBeGreaterThan(300);
});

it('nothing that a person reads is said in words that were replaced', () => {
  const found = FILES.flatMap((path) => {
    const text = withoutComments(readFileSync(path, 'utf8'));
    return REPLACED.flatMap(([words, better]) => {
      const [said] = words.exec(text) ?? [];
      return said === undefined ? [] : [`${path}: “${said}”, better “${better}”`];
    });
  });
  expect(found).toEqual([]);
});

it('what is said in a comment is for those who read the code', () => {
  expect(withoutComments('a // anew\n/* anew */ b <!-- anew --> c https://example.org/anew')).toBe(
    'a \n b  c https://example.org/anew',
  );
});

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/|<!--.*?-->|(?<!:)\/\/[^\n]*/gs, '');
}
