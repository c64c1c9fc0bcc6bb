import { expect, it } from 'vitest';
import { documentKind } from './document-kind';

it('calls a document by the ending of its name', () => {
  expect(documentKind({ name: 'Minutes.of.May.pdf', mediaType: 'application/pdf' })).toEqual({
    icon: 'file-text',
    label: 'PDF',
  });
});

it('calls one without an ending by its media type', () => {
  expect(documentKind({ name: 'Makefile', mediaType: 'text/plain' })).toEqual({ icon: 'file-text', label: 'PLAIN' });
});

it('shows archives as archives, and the unknown as a file', () => {
  expect(documentKind({ name: 'all.zip', mediaType: 'application/zip' }).icon).toBe('file-archive');
  expect(documentKind({ name: 'thing.bin', mediaType: 'application/octet-stream' })).toEqual({
    icon: 'file',
    label: 'BIN',
  });
});
