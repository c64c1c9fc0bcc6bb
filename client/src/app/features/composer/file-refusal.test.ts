import { expect, test } from 'vitest';
import { fileRefusal } from './file-refusal';

test('a file without a single byte is refused', () => {
  expect(fileRefusal({ size: 0 })).toBe('This file is empty.');
  expect(fileRefusal({ size: 1 })).toBeNull();
});

test('a file of 16 MB is sent, one byte more is refused', () => {
  expect(fileRefusal({ size: 16 * 1024 * 1024 })).toBeNull();
  expect(fileRefusal({ size: 16 * 1024 * 1024 + 1 })).toBe('This file is too large. The limit is 16 MB.');
});
