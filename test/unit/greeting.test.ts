import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorizationIn, handshakeOf, MisplacedCredentials } from '#server/api/sockets/greeting.js';

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
    [{ payload: { token: TOKEN } }],
    [{ payload: { authorization: BEARER } }],
    [{ options: { client: [{ name: 'tea', says: BEARER }] } }],
    [{ a: { b: { c: { d: { e: { f: { g: { h: { i: { j: 'too deep' } } } } } } } } } }],
    [{ authorization: { token: TOKEN } }],
    [{ authorization: 1 }],
    [{ authorization: 'Bearer one', Authorization: 'Bearer two' }],
    [{ authorization: 'Bearer one', headers: { Authorization: 'Bearer two' } }],
  ])('is never passed over where it looks like credentials: %j', (greeting) => {
    expect(() => authorizationIn(greeting)).toThrow(MisplacedCredentials);
  });

  it('is also what comes with nothing in it: somebody meant to be signed in', () => {
    expect(authorizationIn({ authorization: '' })).toBe('');
    expect(authorizationIn({ authorization: 'Bearer ', token: TOKEN })).toBe('Bearer ');
  });

  it('is what its handshake said, where it is silent itself', () => {
    const handshake = handshakeOf({ url: '/graphql', headers: { authorization: BEARER } });
    expect(authorizationIn(undefined, handshake)).toBe(BEARER);
    expect(authorizationIn({ lang: 'pt' }, handshake)).toBe(BEARER);
    expect(authorizationIn({ authorization: 'Bearer newer' }, handshake)).toBe('Bearer newer');
    expect(() => authorizationIn({ token: TOKEN }, handshake)).toThrow(MisplacedCredentials);
  });

  it('is not what a proxy before the server was told', () => {
    const handshake = handshakeOf({ url: '/graphql', headers: { authorization: 'Basic YWRhOnNlY3JldA==' } });
    expect(authorizationIn({}, handshake)).toBeUndefined();
  });

  it.each([
    [`/graphql?token=${TOKEN}`, 'graphql-transport-ws'],
    ['/graphql?access_token=1', 'graphql-transport-ws'],
    [`/graphql?q=${TOKEN}`, 'graphql-transport-ws'],
    ['/graphql', `graphql-transport-ws, ${TOKEN}`],
    ['/graphql', 'graphql-transport-ws, bearer.tea'],
  ])('is never passed over in the handshake either: %s, %s', (url, protocols) => {
    const handshake = handshakeOf({ url, headers: { 'sec-websocket-protocol': protocols } });
    expect(() => authorizationIn({}, handshake)).toThrow(MisplacedCredentials);
    expect(authorizationIn({ authorization: BEARER }, handshake)).toBe(BEARER);
  });

  it.each([
    ['/graphql', 'graphql-transport-ws'],
    ['/graphql?lang=pt&token=', 'graphql-transport-ws, graphql-ws'],
  ])('is not suspected in every handshake: %s, %s', (url, protocols) => {
    expect(authorizationIn({}, handshakeOf({ url, headers: { 'sec-websocket-protocol': protocols } }))).toBeUndefined();
  });

  it('may be said twice, if it is the same', () => {
    expect(authorizationIn({ authorization: BEARER, headers: { Authorization: BEARER } })).toBe(BEARER);
  });
});
