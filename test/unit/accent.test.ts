import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACCENT_NEIGHBOURS,
  contrast,
  contrastOfAccent,
  DEFAULT_ACCENT,
  isColor,
  isReadableAccent,
  MIN_CONTRAST,
} from '#server/rules/index.js';

const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the contrast of two colors', () => {
  it('is what WCAG says of those that it names', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('is the same both ways, 1 of a color with itself, and never above 21', () => {
    fc.assert(
      fc.property(color, color, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one));
        expect(contrast(one, one)).toBe(1);
        expect(contrast(one, other)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe('an accent', () => {
  it('stands out from each of its neighbours where it counts as readable', () => {
    fc.assert(
      fc.property(color, fc.constantFrom('light' as const, 'dark' as const), (accent, surroundings) => {
        const least = Math.min(...ACCENT_NEIGHBOURS[surroundings].map((other) => contrast(accent, other)));
        expect(isReadableAccent(accent, surroundings)).toBe(least >= MIN_CONTRAST);
      }),
    );
  });

  it('of Tertulia itself is readable on both grounds, and no color is', () => {
    expect(isReadableAccent(DEFAULT_ACCENT.light, 'light')).toBe(true);
    expect(isReadableAccent(DEFAULT_ACCENT.dark, 'dark')).toBe(true);
    fc.assert(
      fc.property(color, (accent) => {
        expect(isReadableAccent(accent, 'light') && isReadableAccent(accent, 'dark')).toBe(false);
      }),
    );
  });

  it('is compared with the colors that stand in the styles', () => {
    const styles = readFileSync('client/src/styles/_tokens.scss', 'utf8');
    const pair = (name: string): string[] => {
      const [, light = '', dark = ''] =
        new RegExp(`--${name}: [^;]*light-dark\\((#\\w+), (#\\w+)\\)`).exec(styles) ?? [];
      return [light, dark];
    };
    const [[wall], [sunkenLight, sunkenDark], [onLight, onDark], [, raisedDark]] = [
      pair('wall'),
      pair('sunken'),
      pair('on-accent'),
      pair('raised'),
    ];
    expect(ACCENT_NEIGHBOURS).toEqual({
      light: [wall, sunkenLight, onLight],
      dark: [raisedDark, sunkenDark, onDark],
    });
    expect(pair('accent')).toEqual([DEFAULT_ACCENT.light, DEFAULT_ACCENT.dark]);
    // The rest of what it may lie on stands out as much or more.
    for (const name of ['sheet', 'raised', 'hover', 'wall']) {
      const [light = '', dark = ''] = pair(name);
      fc.assert(
        fc.property(color, (accent) => {
          if (isReadableAccent(accent, 'light')) expect(contrast(accent, light)).toBeGreaterThanOrEqual(MIN_CONTRAST);
          if (isReadableAccent(accent, 'dark')) expect(contrast(accent, dark)).toBeGreaterThanOrEqual(MIN_CONTRAST);
        }),
      );
    }
  });

  it('is six digits behind a #', () => {
    for (const text of ['#000000', '#ABCDEF']) expect(isColor(text)).toBe(true);
    for (const text of ['', '#', '000000', '#00000', '#0000000', '#00000g', 'red']) expect(isColor(text)).toBe(false);
    expect(contrastOfAccent('#000000', 'dark')).toBeLessThan(1.5);
  });
});
