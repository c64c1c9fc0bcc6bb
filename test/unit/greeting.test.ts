import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorizationIn, MisplacedCredentials } from '#server/api/sockets/greeting.js';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl';
const BEARER = `Bearer ${TOKEN}`;

describe('what a client says when it opens a socket', () => {
  it('is its authorization, in any case and also within headers', () => {
    const anyCase = fc
      .array(fc.boolean(), { minLength: 13, maxLength: 13 })
      .map((upper) => Array.from('authorization', (c, at) => (upper[at] ? c.toUpperCase() : c)).join(''));
    fc.assert(
      fc.property(anyCase, fc.constantFrom('headers', 'Headers', null), (name, around) => {
        const said = { [name]: BEARER };
        expect(authorizationIn(around === null ? said : { [around]: said, 'client-name': 'tea' })).toBe(BEARER);
      }),
    );
  });

  it.each([
    [undefined],
    [{}],
    [{ authorization: null }],
    [{ authorization: '' }],
    [{ authToken: null, token: '', headers: {} }],
    [{ headers: null, 'apollographql-client-name': 'tea', lang: 'pt', withTokens: true }],
  ])('says of a visitor nothing: %j', (greeting) => {
    expect(authorizationIn(greeting)).toBeUndefined();
  });

  it.each([
    [{ authToken: TOKEN }],
    [{ token: TOKEN }],
    [{ token: 'anything' }],
    [{ accessToken: TOKEN }],
    [{ access_token: TOKEN }],
    [{ 'X-Auth-Token': TOKEN }],
    [{ bearer: TOKEN }],
    [{ jwt: TOKEN }],
    [{ auth: { token: TOKEN } }],
    [{ cookie: 'tertulia-refresh=1' }],
    [{ apiKey: 'tea' }],
    [{ password: 'tea' }],
    [{ who: BEARER }],
    [{ who: TOKEN }],
    [{ headers: { token: TOKEN } }],
    [{ headers: { 'x-who': BEARER } }],
    [{ authorization: '', token: TOKEN }],
    [{ authorization: { token: TOKEN } }],
    [{ authorization: 1 }],
    [{ authorization: 'Bearer one', Authorization: 'Bearer two' }],
    [{ authorization: 'Bearer one', headers: { Authorization: 'Bearer two' } }],
  ])('is never passed over where it looks like credentials: %j', (greeting) => {
    expect(() => authorizationIn(greeting)).toThrow(MisplacedCredentials);
  });

  it('may be said twice, if it is the same', () => {
    expect(authorizationIn({ authorization: BEARER, headers: { Authorization: BEARER } })).toBe(BEARER);
  });
});
