import { describe, expect, it } from 'vitest';
import { fileView } from './file-view';

const size = { width: 1200, height: 800 };

describe('how a file is shown', () => {
  it.each(['png', 'apng', 'jpeg', 'gif', 'webp', 'avif', 'bmp'])('a measured %s is a picture', (kind) => {
    expect(fileView({ mediaType: `image/${kind}`, ...size })).toBe('picture');
  });

  it('what the server has not measured is none, whatever it is called', () => {
    for (const kind of ['svg+xml', 'tiff', 'heic', 'jpeg'])
      expect(fileView({ mediaType: `image/${kind}`, width: null, height: null })).toBe('document');
  });

  it('films and sounds are played', () => {
    expect(fileView({ mediaType: 'video/mp4', width: null, height: null })).toBe('video');
    expect(fileView({ mediaType: 'audio/mpeg', width: null, height: null })).toBe('sound');
  });

  it('a picture of very many pixels is one only where there is a small one of it', () => {
    const large = { mediaType: 'image/webp', width: 11_000, height: 9000 };
    expect(fileView({ ...large, thumbnailUrl: null })).toBe('document');
    expect(fileView({ ...large, thumbnailUrl: '/uploads/1/thumbnail' })).toBe('picture');
  });
});
