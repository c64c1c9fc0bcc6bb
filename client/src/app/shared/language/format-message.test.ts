import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMessage } from './format-message';
import { parseMessage } from './message-format';

const DRAFTS = '{count, plural, =0 {no drafts} one {one draft} other {# drafts}}';

test('a plural has the number that is written out, then the form of the language, then the one for all others', () => {
  expect(formatMessage(DRAFTS, { count: 0 })).toBe('no drafts');
  expect(formatMessage(DRAFTS, { count: 1 })).toBe('one draft');
  expect(formatMessage(DRAFTS, { count: 1234 })).toBe('1,234 drafts');
});

test('a case holds other values, and plurals of other numbers', () => {
  const text =
    '{kind, select, public {{name} opened {rooms, plural, =1 {a room} other {# rooms for {people, plural, =1 {one} other {#}}}}} other {{name} did # things}}';
  const values = { kind: 'public', name: 'Ada', rooms: 3, people: 2 };
  expect(formatMessage(text, values)).toBe('Ada opened 3 rooms for 2');
  expect(formatMessage(text, { ...values, rooms: 1 })).toBe('Ada opened a room');
  expect(formatMessage(text, { ...values, kind: 'toString' })).toBe('Ada did # things');
});

test('what somebody wrote is shown as they wrote it, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(formatMessage('{name} has {count, plural, other {# of {name}}}', { name, count: 2 })).toBe(
        `${name} has 2 of ${name}`,
      );
    }),
  );
});

test('a text without braces is itself', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/[{}]/.test(text));
      expect(formatMessage(text, {})).toBe(text);
    }),
  );
});

test.each([
  '{',
  '}',
  '{count',
  '{count, plural}',
  '{count, plural, one {a}}',
  '{count, plural, other {a}',
  '{, plural, other {a}}',
  '{n, date, other {a}}',
  'a } b',
])('what is no message is refused: %s', (text) => {
  expect(() => parseMessage(text)).toThrow('Not a message');
});

test('any text is a message or refused, and nothing else happens', () => {
  const pieces = fc.constantFrom('{', '}', ',', 'plural', 'select', 'other', ' ', '#', '=1', 'count', 'word');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (written) => {
      const text = written.join('');
      try {
        parseMessage(text);
      } catch (error) {
        expect(String(error)).toContain('Not a message');
      }
    }),
  );
});

test('a value that is not given is a mistake of whoever wrote the call', () => {
  expect(() => formatMessage('{name} is here', {})).toThrow('Nothing was given for {name}.');
});
