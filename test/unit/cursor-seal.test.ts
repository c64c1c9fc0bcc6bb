import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CursorSeal } from '#server/graphql/index.js';

const seal = new CursorSeal(randomBytes(32));
const values = fc.array(fc.oneof(fc.string({ maxLength: 20 }), fc.integer()), { maxLength: 6 });

describe('a sealed cursor', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(values, (sealed) => {
        expect(seal.open(seal.seal(sealed))).toEqual(sealed);
      }),
    );
  });

  it('does not open once any of its bytes is another', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (sealed, place, difference) => {
        const bytes = Buffer.from(seal.seal(sealed), 'base64url');
        const index = place % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(index) ^ difference, index);
        expect(seal.open(bytes.toString('base64url'))).toBeUndefined();
      }),
    );
  });

  it('does not open when it is shortened or lengthened', () => {
    fc.assert(
      fc.property(values, fc.nat(), (sealed, place) => {
        const bytes = Buffer.from(seal.seal(sealed), 'base64url');
        expect(seal.open(bytes.subarray(0, place % bytes.length).toString('base64url'))).toBeUndefined();
        expect(seal.open(Buffer.concat([bytes, bytes]).toString('base64url'))).toBeUndefined();
      }),
    );
  });

  it('does not open with another key', () => {
    const another = new CursorSeal(randomBytes(32));
    fc.assert(
      fc.property(values, (sealed) => {
        expect(another.open(seal.seal(sealed))).toBeUndefined();
      }),
    );
  });

  it('is nothing that somebody writes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(seal.open(text)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        expect(seal.open(text)).toBeUndefined();
      }),
    );
    expect(seal.open('A'.repeat(100_000))).toBeUndefined();
  });

  it('can be part of an address as it is', () => {
    fc.assert(
      fc.property(values, (sealed) => {
        expect(seal.seal(sealed)).toMatch(/^[\w-]+$/);
      }),
    );
  });
});
