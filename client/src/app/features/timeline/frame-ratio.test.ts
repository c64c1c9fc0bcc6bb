import { expect, it } from 'vitest';
import { frameRatio } from './frame-ratio';

it('gives a picture a frame of its own shape', () => {
  expect(frameRatio({ width: 1200, height: 800 })).toBeCloseTo(1.5);
});

it('keeps strips within what can be seen as a picture', () => {
  expect(frameRatio({ width: 10_000, height: 10 })).toBe(2.6);
  expect(frameRatio({ width: 10, height: 10_000 })).toBe(0.6);
});

it('gives a picture of unknown size a common shape', () => {
  expect(frameRatio({ width: null, height: null })).toBe(1.4);
  expect(frameRatio({ width: 0, height: 0 })).toBe(1.4);
});
