import { expect, test } from 'vitest';
import { isSound, SOUNDS } from './sound-shapes';

test.each(Object.entries(SOUNDS))(
  '%s is short, can be heard, and is never louder than a loudspeaker can be',
  (_, tones) => {
    expect(tones.length).toBeGreaterThan(0);
    for (const { at, frequency, length } of tones) {
      expect(at + length).toBeLessThan(1.5);
      expect(frequency).toBeGreaterThan(100);
      expect(frequency).toBeLessThan(8000);
    }
    expect(tones.reduce((sum, { level }) => sum + level, 0)).toBeLessThan(1);
  },
);

test('what is kept of a choice that is no more is no sound', () => {
  expect(isSound('bell')).toBe(true);
  expect(isSound('gong')).toBe(false);
  expect(isSound('toString')).toBe(false);
});
