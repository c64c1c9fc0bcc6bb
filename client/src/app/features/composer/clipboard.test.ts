import { describe, expect, test } from 'vitest';
import { type Clipboard, partToPaste } from './clipboard';

const PICTURE = ['image.png'];

/** What programs put there, as browsers hand it on: the plain text, the text of the HTML, the names of the files. */
const text: Record<string, Clipboard> = {
  'Excel: cells': { text: 'Tea\t3\r\nCake\t2\r\n', htmlText: '\n  Tea 3\n  Cake 2\n', fileNames: PICTURE },
  'Excel: one cell with an address': {
    text: 'https://example.org/tea\r\n',
    htmlText: 'https://example.org/tea',
    fileNames: PICTURE,
  },
  'Excel: one cell with the name of a picture': { text: 'image.png\r\n', htmlText: 'image.png', fileNames: PICTURE },
  'Word: a paragraph': { text: 'Dear Ben,\r\n', htmlText: 'Dear Ben,', fileNames: PICTURE },
  'LibreOffice Calc: cells': { text: '1\t2\n', htmlText: '12', fileNames: PICTURE },
  'LibreOffice Writer: a paragraph with a picture': { text: 'Dear Ben,\n', htmlText: 'Dear Ben,', fileNames: PICTURE },
  'Numbers: cells, without HTML': { text: 'Tea\t3\nCake\t2', htmlText: '', fileNames: PICTURE },
  'Numbers: one cell that says "image"': { text: 'image', htmlText: '', fileNames: PICTURE },
  'OneNote: a page': { text: 'Sunday\n8:14 train', htmlText: 'Sunday 8:14 train', fileNames: PICTURE },
  'PowerPoint: a text box': { text: 'Agenda', htmlText: 'Agenda', fileNames: PICTURE },
  'an editor: a line': { text: 'const a = 1;', htmlText: 'const a = 1;', fileNames: [] },
  'an address bar': { text: 'https://example.org/', htmlText: '', fileNames: [] },
  'a terminal: a path': { text: '/home/ada/tea.png', htmlText: '', fileNames: [] },
  'two addresses beside a picture': { text: 'https://a.org/ https://b.org/', htmlText: '', fileNames: PICTURE },
};

const files: Record<string, Clipboard> = {
  'a screenshot': { text: '', htmlText: '', fileNames: PICTURE },
  'Chrome: copy image': { text: '', htmlText: '', fileNames: PICTURE },
  'Chrome on Windows: copy image, with the marks of a fragment': { text: '', htmlText: '\n\n', fileNames: PICTURE },
  'Firefox: copy image': { text: 'https://example.org/tea.png', htmlText: '', fileNames: PICTURE },
  'Safari: copy image': { text: 'https://example.org/tea.png', htmlText: '', fileNames: ['tea.png'] },
  'Google Docs: an image': { text: ' ', htmlText: ' ', fileNames: PICTURE },
  'Excel: a chart': { text: '', htmlText: '', fileNames: PICTURE },
  'Finder: one file': { text: 'Tea.pdf', htmlText: '', fileNames: ['Tea.pdf'] },
  'Finder: several files': { text: 'Café.pdf\rCake.png', htmlText: '', fileNames: ['Café.pdf', 'Cake.png'] },
  'Explorer: files': { text: '', htmlText: '', fileNames: ['tea.docx', 'cake.png'] },
  'Explorer: copy as path, with the file': {
    text: '"C:\\Users\\ada\\tea.docx"',
    htmlText: '',
    fileNames: ['tea.docx'],
  },
  'Nautilus: files': {
    text: '/home/ada/tea.png\n/home/ada/cake.png',
    htmlText: '',
    fileNames: ['tea.png', 'cake.png'],
  },
  'old Nautilus: files': {
    text: 'x-special/nautilus-clipboard\ncopy\nfile:///home/ada/two%20cakes.png\n',
    htmlText: '',
    fileNames: ['two cakes.png'],
  },
  'Dolphin: files': { text: 'file:///home/ada/caf%C3%A9.png', htmlText: '', fileNames: ['café.png'] },
  'Dolphin: a name that no address may have': {
    text: 'file:///home/ada/100%.png',
    htmlText: '',
    fileNames: ['100%.png'],
  },
};

describe('text wins where there is text', () => {
  test.each(Object.entries(text))('%s', (_, clipboard) => {
    expect(partToPaste(clipboard)).toBe('text');
  });

  test('also where it is in the HTML alone', () => {
    expect(partToPaste({ text: '', htmlText: 'Agenda', fileNames: PICTURE })).toBe('htmlText');
  });
});

describe('a picture stays a picture, and files stay files', () => {
  test.each(Object.entries(files))('%s', (_, clipboard) => {
    expect(partToPaste(clipboard)).toBe('files');
  });

  test('but a note that names other files too is a text', () => {
    expect(partToPaste({ text: 'tea.png\nand the cake', htmlText: '', fileNames: ['tea.png'] })).toBe('text');
  });
});

test('an empty clipboard has nothing to paste', () => {
  expect(partToPaste({ text: '', htmlText: '', fileNames: [] })).toBe('nothing');
});
