import { describe, expect, it } from 'vitest';
import { aName, enterAsGuest, login, register, signInOf, viewerOf } from '../support/people/accounts.js';
import { refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const password = 'correct horse';

describe('signing in', () => {
  it('takes the username in any case, and the password in its own', async () => {
    const username = await anAccount();
    const { session } = signInOf(await login(server, { username: username.toUpperCase(), password }));
    expect(await viewerOf(server, session.accessToken)).toBe(username);
    const { answer } = await login(server, { username, password: password.toUpperCase() });
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
  });

  it('takes a password that another keyboard composes differently', async () => {
    const username = aName();
    await register(server, { username, password: 'Zoë\u2019s caf\u00E9' });
    expect(signInOf(await login(server, { username, password: 'Zoe\u0308\u2019s cafe\u0301' })).user.username).toBe(
      username,
    );
  });

  it('answers a wrong password and an unknown username in the same words', async () => {
    const username = await anAccount();
    const wrong = refusalIn((await login(server, { username, password: 'wrong horse' })).answer);
    const unknown = refusalIn((await login(server, { username: aName(), password })).answer);
    expect(wrong).toEqual(unknown);
    expect(wrong.code).toBe('UNAUTHENTICATED');
  });

  it('is not for guests, who have no password', async () => {
    const { user } = signInOf(await enterAsGuest(server, { nickname: aName() }));
    for (const tried of ['', password]) {
      const { answer } = await login(server, { username: user.username, password: tried });
      expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    }
  });

  it.each([
    ['a NUL', '\0'],
    ['half a character', '\uD83D'],
    ['a megabyte’s worth of letters', 'a'.repeat(100_000)],
  ])('is refused plainly to who types %s', async (_, text) => {
    const username = await anAccount();
    for (const input of [
      { username: `${username}${text}`, password },
      { username, password: `${password}${text}` },
    ]) {
      expect(refusalIn((await login(server, input)).answer).code).toBe('UNAUTHENTICATED');
    }
  });
});

async function anAccount(): Promise<string> {
  const username = aName();
  await register(server, { username, password });
  return username;
}
