import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deafToComposition } from './key-listeners.js';

const app = new URL('../../client/src/', import.meta.url).pathname;

describe('whoever listens for keys leaves those of an input method alone', () => {
  it('everywhere in the client', () => {
    const paths = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.(ts|html)$/.test(path) && !path.endsWith('.test.ts'),
    );
    const files = new Map(paths.map((path) => [path, readFileSync(join(app, path), 'utf8')]));
    expect(deafToComposition(files)).toEqual([]);
  });

  const asking = `class A {\n  protected pressed(event: Event): void {\n    if (isComposing(event)) return;\n  }\n}`;
  const deaf = `class A {\n  protected pressed(event: Event): void {\n    this.send();\n  }\n  later() {\n    isComposing(event);\n  }\n}`;

  it.each([
    [
      'a template',
      { 'a.html': '<input (keydown.enter)="pressed($event)" />', 'a.ts': deaf },
      ['a.html: pressed($event)'],
    ],
    [
      'a template that gives no event',
      { 'a.html': '<input (keydown)="pressed()" />', 'a.ts': asking },
      ['a.html: pressed()'],
    ],
    [
      'a host',
      { 'a.ts': `host: { '(document:keydown.escape)': 'closed.emit()' },\n${asking}` },
      ['a.ts: closed.emit()'],
    ],
    ['an overlay', { 'a.ts': `<ng-template (overlayKeydown)="pressed($event)">\n${deaf}` }, ['a.ts: pressed($event)']],
    ['a listener', { 'a.ts': `box.addEventListener('keydown', send);` }, [`a.ts: addEventListener('keydown'`]],
    ['a stream', { 'a.ts': `fromEvent(document, 'keyup')` }, [`a.ts: fromEvent(document, 'keyup'`]],
  ])('and %s that does not is found', (_, files, faults) => {
    expect(deafToComposition(new Map(Object.entries(files)))).toEqual(faults);
  });

  it('and one that does is not', () => {
    const files = { 'a.html': '<input (keydown.enter)="pressed($event)" />', 'a.ts': asking };
    expect(deafToComposition(new Map(Object.entries(files)))).toEqual([]);
  });
});
