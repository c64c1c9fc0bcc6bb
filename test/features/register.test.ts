import { describe, expect, it } from 'vitest';
import { aName, login, register, signInOf, viewerOf } from '../support/people/accounts.js';
import { refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const password = 'correct horse';

describe('registering', () => {
  it('makes an account with a password of one’s own, and signs it in', async () => {
    const username = aName();
    const { user, session, generatedPassword } = signInOf(await register(server, { username, password }));
    expect(user).toMatchObject({ username, displayName: username, kind: 'PERSON' });
    expect(generatedPassword).toBeNull();
    expect(await viewerOf(server, session.accessToken)).toBe(username);
  });

  it('takes a name for others to read', async () => {
    const displayName = 'Ada  Lovelace ';
    const { user } = signInOf(await register(server, { username: aName(), displayName, password }));
    expect(user.displayName).toBe('Ada Lovelace');
  });

  it('makes a password of at least 96 bits where none is given, another one each time', async () => {
    const username = aName();
    const { generatedPassword } = signInOf(await register(server, { username }));
    const another = signInOf(await register(server, { username: aName() })).generatedPassword;
    expect(bitsOf(generatedPassword ?? '')).toBeGreaterThanOrEqual(96);
    expect(another).not.toBe(generatedPassword);
    expect(signInOf(await login(server, { username, password: generatedPassword })).user.username).toBe(username);
  });

  it.each([
    ['in capitals', (name: string) => name.toUpperCase()],
    ['in wide letters', (name: string) => name.replace('ada', 'ａｄａ')],
  ])('refuses a taken username, also %s', async (_, written) => {
    const username = aName();
    await register(server, { username, password });
    const { answer } = await register(server, { username: written(username), password });
    expect(refusalIn(answer)).toMatchObject({ code: 'CONFLICT', field: 'username' });
    expect(signInOf(await register(server, { username: `${username}2`, password })).user.username).toBe(`${username}2`);
  });

  it('gives a name that many want at once to one of them', async () => {
    const username = aName();
    const tries = await Promise.all(Array.from({ length: 5 }, () => register(server, { username, password })));
    const refused = tries.filter(({ answer }) => answer.errors).map(({ answer }) => refusalIn(answer).code);
    expect(refused).toEqual(Array.from({ length: 4 }, () => 'CONFLICT'));
  });

  it.each([
    ['a zero-width joiner', '\u200D'],
    ['a right-to-left override', '\u202E'],
    ['a soft hyphen', '\u00AD'],
    ['a Hangul filler', '\u3164'],
    ['a NUL', '\0'],
    ['half a character', '\uD83D'],
  ])('refuses %s in either name', async (_, character) => {
    const name = `ad${character}a`;
    expect(refusalIn((await register(server, { username: name, password })).answer)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'username',
    });
    expect(
      refusalIn((await register(server, { username: aName(), displayName: name, password })).answer),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'displayName' });
  });

  it.each([
    ['username', 'a', 'username'],
    ['username', 'a'.repeat(33), 'username'],
    ['username', 'a'.repeat(100_000), 'username'],
    ['username', 'two words', 'username'],
    ['password', 'seven77', 'password'],
    ['password', 'p'.repeat(257), 'password'],
    ['displayName', '   ', 'displayName'],
    ['displayName', 'd'.repeat(65), 'displayName'],
  ])('refuses a %s out of its bounds (%#)', async (name, value, field) => {
    const { answer } = await register(server, { username: aName(), password, [name]: value });
    expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('takes names and passwords just within their bounds, of any script', async () => {
    const inputs = [
      { username: 'xq', password: 'eight888' },
      { username: `${aName()}${'w'.repeat(40)}`.slice(0, 32), password: 'p'.repeat(256) },
      { username: 'Łukasz-Ωδή.猫_7', password, displayName: '😀'.repeat(64) },
    ];
    for (const input of inputs) {
      expect(signInOf(await register(server, input)).user.username).toBe(input.username);
      expect(signInOf(await login(server, credentialsOf(input))).user.username).toBe(input.username);
    }
  });
});

describe('a server with REGISTRATION=off', async () => {
  const closed = await aServer({ REGISTRATION: 'off' });

  it('makes no accounts', async () => {
    const { answer } = await register(closed, { username: aName(), password });
    expect(refusalIn(answer).code).toBe('FORBIDDEN');
  });
});

/** What signing in takes of what registering took. */
function credentialsOf({ username, password }: { username: string; password: string }) {
  return { username, password };
}

/** The groups of a generated password are base64url, which holds '-' too, so separators are known by their place. */
function bitsOf(generated: string): number {
  const groups = generated.match(/.{5}(-|$)/g) ?? [];
  expect(groups.join('')).toBe(generated);
  return groups.length * 5 * 6;
}
