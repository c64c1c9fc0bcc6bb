import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync('client/src/styles/_tokens.scss', 'utf8');
const all = [...tokens.matchAll(/--code(?:-(\w+))?: light-dark\((#\w{6}), (#\w{6})\)/g)].map(
  ([, name = 'ground', light = '', dark = '']) => ({ name, light, dark }),
);
const ground = all.find(({ name }) => name === 'ground');
const colours = all.filter(({ name }) => name !== 'ground');

test('all colours of code are looked at', () => {
  expect(ground).toBeDefined();
  expect(colours).toHaveLength(tokens.match(/--code-/g)?.length ?? 0);
});

test.each(colours)(
  'the colour of a $name can be read on the ground of code, by day, by night and on paper',
  (colour) => {
    expect(contrast(colour.light, ground?.light ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour.dark, ground?.dark ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour.light, '#f4f4f4')).toBeGreaterThanOrEqual(4.5);
  },
);

/** As WCAG 2 computes it. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
