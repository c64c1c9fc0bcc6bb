import { expect, test } from 'vitest';
import type { LinkPreview } from '../../core/graphql/model';
import { previewPicture } from './link-preview-picture';

const preview = (change: Partial<LinkPreview>): LinkPreview => ({
  ...{ url: 'https://example.org/', title: 'Tea', description: null },
  ...{ imageUrl: '/uploads/previews/1', imageWidth: 800, imageHeight: 400 },
  ...change,
});

test('a wide picture stands below the words', () => {
  expect(previewPicture(preview({}))).toMatchObject({ isWide: true, ratio: 2 });
});

test.each([
  ['small', { imageWidth: 200, imageHeight: 100 }],
  ['square', { imageWidth: 800, imageHeight: 800 }],
  ['tall', { imageWidth: 400, imageHeight: 800 }],
])('one that is %s stands beside them', (_, size) => {
  expect(previewPicture(preview(size))?.isWide).toBe(false);
});

test('one without words is as large as it may be', () => {
  expect(previewPicture(preview({ title: null, imageWidth: 100, imageHeight: 100 }))?.isWide).toBe(true);
});

test('a strip is shown in a frame in which something of it is to be seen', () => {
  expect(previewPicture(preview({ imageWidth: 800, imageHeight: 20 }))?.ratio).toBe(2.6);
});

test.each([{ imageUrl: null }, { imageWidth: null }, { imageHeight: null }])('there is none: %o', (change) => {
  expect(previewPicture(preview(change))).toBeNull();
});
