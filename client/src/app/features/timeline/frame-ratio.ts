const unknown = 1.4;
const tallest = 0.6;
const widest = 2.6;

/** Width by height of the frame for a picture: its own, save for strips that would not be seen as pictures. */
export function frameRatio({ width, height }: { width?: number | null; height?: number | null }): number {
  if (!width || !height) return unknown;
  return Math.min(Math.max(width / height, tallest), widest);
}
