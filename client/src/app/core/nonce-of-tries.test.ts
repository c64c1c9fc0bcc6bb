import { expect, it } from 'vitest';
import { NonceOfTries } from './nonce-of-tries';

it('is the same while the same is sent, and another one for anything else, or after an answer', () => {
  const nonces = new NonceOfTries();
  const first = nonces.of({ name: 'Kitchen' });
  expect(nonces.of({ name: 'Kitchen' })).toBe(first);
  const other = nonces.of({ name: 'Garden' });
  expect(other).not.toBe(first);
  nonces.forget();
  expect(nonces.of({ name: 'Garden' })).not.toBe(other);
});
