import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test('people come back to the room they wanted to see', () => {
  expect(returnPath('/chat/123')).toBe('/chat/123');
  expect(returnPath('/chat?x=1')).toBe('/chat?x=1');
  expect(returnPath('/account')).toBe('/account');
  expect(returnPath('/administration')).toBe('/administration');
});

test.each([
  null,
  '',
  'https://example.org',
  '//example.org',
  '/\\example.org',
  'javascript:alert(1)',
  '/logout',
  '/chatter',
  '/accounts',
  '/account\\evil',
])('nobody is sent to %s', (to) => {
  expect(returnPath(to)).toBe('/chat');
});
