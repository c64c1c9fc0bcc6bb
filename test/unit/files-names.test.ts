import { describe, expect, it } from 'vitest';
import { fileNameFrom } from '#server/files/file-name.js';
import { contentDisposition } from '#server/files/http/content-disposition.js';

describe('the name of a file', () => {
  it.each([
    ['notes.txt', 'notes.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\cat.png', 'cat.png'],
    ['photo\u202Egpj.exe', 'photo_gpj.exe'],
    ['line\r\nbreak.txt', 'line_break.txt'],
    ['nul\0.txt', 'nul_.txt'],
    ['half\uD83D.txt', 'half\uFFFD.txt'],
    ['  Ünïcode  ', 'Ünïcode'],
    ['日本語.pdf', '日本語.pdf'],
    ['invoice\u034F\u180B.pdf', 'invoice_.pdf'],
    ['a\uFE0F.txt', 'a_.txt'],
    ['👩\u200D💻 ❤\uFE0F.png', '👩\u200D💻 ❤\uFE0F.png'],
    [`z${'\u0301'.repeat(60)}.txt`, '\u017A\u0301\u0301\u0301.txt'],
    ['..', 'file'],
    ['', 'file'],
    [undefined, 'file'],
    ['\u200B', 'file'],
    ['folder/', 'file'],
  ])('%j becomes %j', (claimed, name) => {
    expect(fileNameFrom(claimed)).toBe(name);
  });

  it('is cut to 200 characters, before its extension', () => {
    const name = fileNameFrom(`${'é'.repeat(300)}.jpeg`);
    expect(name).toBe(`${'é'.repeat(195)}.jpeg`);
  });
});

describe('what a browser is told to do with a file', () => {
  it('shows pictures, films and sound', () => {
    expect(contentDisposition('image/png', 'a.png')).toMatch(/^inline;/);
    expect(contentDisposition('video/mp4', 'a.mp4')).toMatch(/^inline;/);
    expect(contentDisposition('audio/mpeg', 'a.mp3')).toMatch(/^inline;/);
  });

  it('downloads everything that could run, and everything that nobody thought of', () => {
    for (const mediaType of [
      'image/svg+xml',
      'text/html',
      'application/xml',
      'text/plain',
      'application/pdf',
      'image/new',
    ]) {
      expect(contentDisposition(mediaType, 'a')).toMatch(/^attachment;/);
    }
  });

  it('gives the name in ASCII and in full, and nothing that ends the header', () => {
    expect(contentDisposition('text/plain', `Zoë's "100%" (1).txt`)).toBe(
      `attachment; filename="Zo_'s _100__ (1).txt"; filename*=UTF-8''Zo%C3%AB%27s%20%22100%25%22%20%281%29.txt`,
    );
  });
});
