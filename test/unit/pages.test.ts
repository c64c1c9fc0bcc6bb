import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '#server/errors/index.js';
import { pageOf, type PageArgs } from '#server/graphql/index.js';

const none: PageArgs = { first: undefined, after: undefined, last: undefined, before: undefined };

describe('the arguments of a page', () => {
  it('mean 50 entries in the list’s own direction where there are none', () => {
    expect(pageOf(none)).toEqual({ direction: 'forward', size: 50, cursor: undefined });
    expect(pageOf(none, 'backward')).toEqual({ direction: 'backward', size: 50, cursor: undefined });
    expect(pageOf({ first: null, after: null, last: null, before: null })).toEqual(pageOf(none));
  });

  it('name a direction by any of them', () => {
    expect(pageOf({ ...none, first: 3 }, 'backward')).toEqual({ direction: 'forward', size: 3, cursor: undefined });
    expect(pageOf({ ...none, after: 'a' }, 'backward')).toEqual({ direction: 'forward', size: 50, cursor: 'a' });
    expect(pageOf({ ...none, last: 3 })).toEqual({ direction: 'backward', size: 3, cursor: undefined });
    expect(pageOf({ ...none, before: 'b' })).toEqual({ direction: 'backward', size: 50, cursor: 'b' });
  });

  it('never ask for both directions', () => {
    const forward = fc.constantFrom<Partial<PageArgs>>({ first: 1 }, { after: 'a' }, { first: 1, after: 'a' });
    const backward = fc.constantFrom<Partial<PageArgs>>({ last: 1 }, { before: 'b' }, { last: 1, before: 'b' });
    fc.assert(
      fc.property(forward, backward, (one, other) => {
        expect(() => pageOf({ ...none, ...one, ...other })).toThrow(InvalidInput);
      }),
    );
  });

  it('ask for 1 to 100 entries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 300 }), fc.constantFrom('first', 'last'), (size, name) => {
        const asked = () => pageOf({ ...none, [name]: size });
        if (size >= 1 && size <= 100) expect(asked().size).toBe(size);
        else expect(asked).toThrow(InvalidInput);
      }),
    );
  });
});
