import { describe, expect, it } from 'vitest';
import { initials, paletteIndex } from './initials';

describe('initials', () => {
  it('are the first letters of the first and the last word', () => {
    expect(initials('Ada Lovelace')).toBe('AL');
    expect(initials('ben de la cruz')).toBe('BC');
  });

  it('are one letter for a name of one word', () => {
    expect(initials('Cleo')).toBe('C');
  });

  it('take a username apart at its dots and hyphens', () => {
    expect(initials('ada.lovelace')).toBe('AL');
    expect(initials('guest-otto')).toBe('GO');
  });

  it('know letters of every script, and pass over what is none', () => {
    expect(initials('Ωμέγα Δέλτα')).toBe('ΩΔ');
    expect(initials('“Ada” (the first)')).toBe('AF');
  });

  it('are a question mark where a name has no letters', () => {
    expect(initials('🙂')).toBe('?');
  });
});

describe('the palette', () => {
  it('gives the same person the same place every time', () => {
    expect(paletteIndex('ada', 12)).toBe(paletteIndex('ada', 12));
  });

  it('stays within its size and uses more than one place', () => {
    const places = Array.from({ length: 100 }, (_, i) => paletteIndex(`person ${String(i)}`, 12));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThan(12);
    expect(new Set(places).size).toBeGreaterThan(6);
  });
});
