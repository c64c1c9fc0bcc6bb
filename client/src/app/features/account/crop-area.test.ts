import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, type Crop, moved, WHOLE, zoomed } from './crop-area';

const SIZE = { width: 300, height: 200 };

test('at first the middle is shown, as much of it as fits', () => {
  expect(areaOf(WHOLE, SIZE)).toEqual({ left: 50, top: 0, edge: 200 });
  expect(areaOf(zoomed(WHOLE, 2, SIZE), SIZE)).toEqual({ left: 100, top: 50, edge: 100 });
});

test('whatever one does, what is shown is within the picture', () => {
  const edge = fc.integer({ min: 1, max: 8000 });
  const step = fc.oneof(
    fc.record({
      right: fc.double({ min: -3, max: 3, noNaN: true }),
      down: fc.double({ min: -3, max: 3, noNaN: true }),
    }),
    fc.record({ zoom: fc.double({ min: -10, max: 20, noNaN: true }) }),
  );
  fc.assert(
    fc.property(edge, edge, fc.array(step), (width, height, steps) => {
      const size = { width, height };
      const crop = steps.reduce<Crop>(
        (at, one) => ('zoom' in one ? zoomed(at, one.zoom, size) : moved(at, one.right, one.down, size)),
        WHOLE,
      );
      const area = areaOf(crop, size);
      const slack = 1e-6 * Math.max(width, height);
      expect(area.left).toBeGreaterThanOrEqual(-slack);
      expect(area.top).toBeGreaterThanOrEqual(-slack);
      expect(area.left + area.edge).toBeLessThanOrEqual(width + slack);
      expect(area.top + area.edge).toBeLessThanOrEqual(height + slack);
      expect(crop.zoom).toBeGreaterThanOrEqual(1);
    }),
  );
});
