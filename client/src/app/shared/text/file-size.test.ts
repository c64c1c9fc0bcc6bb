import { expect, test } from 'vitest';
import { fileSize } from './file-size';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [912, '912 bytes'],
  [3_482, '3.4 KB'],
  [16 * 1024 * 1024, '16 MB'],
  [1024 * 1024 - 1, '1 MB'],
  [5 * 1024 ** 3, '5 GB'],
])('%d bytes are written as %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
