import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isId, newId } from '#server/runtime/index.js';

describe('ids', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('rise, and none comes twice, whatever the clock does meanwhile', () => {
    const jumps = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 600 });
    fc.assert(
      fc.property(jumps, (clock) => {
        const ids = clock.map((jump) => {
          vi.setSystemTime(Date.now() + jump);
          return newId();
        });
        expect(ids.every(isId)).toBe(true);
        expect(ids).toEqual([...new Set(ids)].toSorted());
      }),
      { numRuns: 50 },
    );
  });

  it('are made of fresh random bytes, in one millisecond too', () => {
    const tails = Array.from({ length: 2000 }, () => newId().slice(-11));
    expect(new Set(tails).size).toBe(tails.length);
  });

  it('say when they were made, and of which version they are', () => {
    // Later than all ids of before.
    vi.setSystemTime(new Date('2100-01-01'));
    const id = newId();
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.now());
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
  });
});
