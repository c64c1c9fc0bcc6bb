import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { expect, it, onTestFinished, vi } from 'vitest';
import { preloadsIn } from '#server/api/preloads.js';

it('the files that the build has noted are named for their pages', () => {
  const files = [
    { as: 'style', path: 'styles-AAAAAAAA.css' },
    { as: 'module', path: 'main-BBBBBBBB.js' },
  ];
  expect(preloadsIn(aNote(JSON.stringify({ login: files })))).toEqual(
    new Map([['login', '</styles-AAAAAAAA.css>; rel=preload; as=style, </main-BBBBBBBB.js>; rel=modulepreload']]),
  );
});

it('without a note there are none, and nobody is warned', () => {
  const warn = listensToWarnings();
  expect(preloadsIn(join(tmpdir(), 'no-such-note.json')).size).toBe(0);
  expect(warn).not.toHaveBeenCalled();
});

it.each([
  ['of another build', JSON.stringify({ login: [{ as: 'worker', path: 'main.js' }] })],
  ['that was cut short', '{ "login": ['],
])('a note %s is passed over, and the log says so', (_, text) => {
  const warn = listensToWarnings();
  const note = aNote(text);
  expect(preloadsIn(note).size).toBe(0);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(note));
});

function aNote(text: string): string {
  const file = join(tmpdir(), 'preloads.json');
  writeFileSync(file, text);
  return file;
}

function listensToWarnings() {
  const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
  onTestFinished(() => {
    warn.mockRestore();
  });
  return warn;
}
