import { describe, expect, it } from 'vitest';
import { partialCommand, typedCommand, withoutSecondSlash } from './typed-command';

describe('a command', () => {
  it.each([
    ['/weather', { name: 'weather', text: '' }],
    ['/Weather  Berlin ', { name: 'weather', text: 'Berlin' }],
    ['/note first\nsecond', { name: 'note', text: 'first\nsecond' }],
  ])('is %j', (draft, command) => {
    expect(typedCommand(draft)).toEqual(command);
  });

  it.each([' /weather', '//weather', '/usr/bin', '/', '/ weather', '/1', 'see /weather', '/wetter?'])(
    'is not %j',
    (draft) => {
      expect(typedCommand(draft)).toBeNull();
    },
  );

  it('is typed at the beginning alone, up to its first space', () => {
    expect(partialCommand('/We', 3)).toEqual({ start: 0, typed: 'we' });
    expect(partialCommand('/', 1)).toEqual({ start: 0, typed: '' });
    for (const text of ['/we ', ' /we', 'a /we', '//we', '']) expect(partialCommand(text, text.length)).toBeNull();
  });
});

it('of two slashes one is sent, but not of an address or a comment', () => {
  expect(withoutSecondSlash('//weather is a command')).toBe('/weather is a command');
  expect(withoutSecondSlash('// not yet')).toBe('// not yet');
  expect(withoutSecondSlash('see //weather')).toBe('see //weather');
});
