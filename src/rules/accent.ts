/** A color for light surroundings and one for dark ones, each as #rrggbb. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

export type Surroundings = keyof Accent;

/** What WCAG 2.2 asks for text (success criterion 1.4.3). */
export const MIN_CONTRAST = 4.5;

/**
 * What the accent is read on, or is the ground of, where it stands out least: the wall, a hovered row and the words on a filled button by day, a raised sheet
 * and the words on a filled button by night. The same colors stand in the styles of the client; a test compares the two.
 */
export const ACCENT_NEIGHBOURS: Readonly<Record<Surroundings, readonly string[]>> = {
  light: ['#f1eadc', '#f3ecdf', '#fdfaf3'],
  dark: ['#27231c', '#23201a', '#0d231a'],
};

/** The accent of a server where nobody has chosen another one. */
export const DEFAULT_ACCENT: Accent = { light: '#1c5c46', dark: '#8fd1b0' };

export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** The least contrast that a color has where it is used, from 1 to 21. */
export function contrastOfAccent(color: string, surroundings: Surroundings): number {
  return Math.min(...ACCENT_NEIGHBOURS[surroundings].map((neighbour) => contrast(color, neighbour)));
}

export function isReadableAccent(color: string, surroundings: Surroundings): boolean {
  return contrastOfAccent(color, surroundings) >= MIN_CONTRAST;
}

/** As WCAG defines it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => linear(parseInt(color.slice(start, start + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
