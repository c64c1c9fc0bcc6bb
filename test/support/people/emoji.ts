/** Sixty of them, each another one. */
export const EMOJI: readonly string[] = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x1f400 + index));
