import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { Readiness } from '#server/api/index.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer({ ALLOWED_ORIGINS: 'https://friend.example.org' });
const REGISTER = (username: string) =>
  `mutation { register(input: { username: "${username}", cookie: true }) { user { id } } }`;

describe('a request that another site could make a browser send', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded', (query: string) => new URLSearchParams({ query }).toString()],
    ['a plain text', 'text/plain', (query: string) => JSON.stringify({ query })],
    ['a form with files', 'multipart/form-data; boundary=x', multipart],
  ])('is not answered: %s', async (_, contentType, bodyOf) => {
    const username = aName();
    const headers = { 'content-type': contentType };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: bodyOf(REGISTER(username)) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await isTaken(username)).toBe(false);
  });

  it('is not answered: an address that changes something', async () => {
    const username = aName();
    const address = `${server.url}/graphql?${new URLSearchParams({ query: REGISTER(username) }).toString()}`;
    for (const headers of [{}, { 'apollo-require-preflight': 'true' }]) {
      const answer = await fetch(address, { headers });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect(await isTaken(username)).toBe(false);
  });
});

describe('a request', () => {
  it('is one operation, not a list of them', async () => {
    const { ada } = await aCast(server);
    const answer = await ask(
      JSON.stringify([{ query: '{ viewer { user { id } } }' }, { query: '{ viewer { user { id } } }' }]),
      ada.bearer,
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it.each([
    ['what is no JSON', '{"query":'],
    ['nothing', ''],
    ['no query', '{}'],
    ['an empty query', '{"query":""}'],
    ['a query that is a number', '{"query":7}'],
    ['variables that are a text', '{"query":"{ viewer { user { id } } }","variables":"x"}'],
    ['an operation name that is not there', '{"query":"query A { viewer { user { id } } }","operationName":"B"}'],
    ['two operations and no name', '{"query":"query A { viewer { user { id } } } query B { viewer { user { id } } }"}'],
  ])('of %s is refused plainly', async (_, body) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).not.toContain('node_modules');
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('is at most 256 kB', async () => {
    const answer = await ask(
      JSON.stringify({ query: '{ viewer { user { id } } }', variables: { x: 'x'.repeat(300_000) } }),
    );
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  });
});

describe('a page of another origin', () => {
  it('may ask where it is on the list, without cookies', async () => {
    const { headers } = await preflight('https://friend.example.org');
    expect(headers.get('access-control-allow-origin')).toBe('https://friend.example.org');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may not ask where it is not', async () => {
    for (const origin of ['https://stranger.example.org', 'https://friend.example.org.evil.org', 'null']) {
      const { headers } = await preflight(origin);
      expect(headers.get('access-control-allow-origin')).not.toBe(origin);
      expect(headers.get('access-control-allow-origin')).not.toBe('*');
    }
  });
});

describe('every answer', () => {
  it.each(['/', '/graphql', '/healthz', '/nowhere.js'])('tells browsers what they may do with it: %s', async (path) => {
    const { headers } = await fetch(`${server.url}${path}`, { headers: { accept: 'application/json' } });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*script-src 'self';.*worker-src 'self';.*manifest-src 'self';.*frame-ancestors 'none'/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('whoever watches the server', () => {
  it('sees that it is alive and ready, without signing in', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('sees that it takes no more work while it drains, though it is alive', async () => {
    const own = await aServer();
    own.app.get(Readiness).drain();
    expect((await fetch(`${own.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
  });
});

function ask(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

function multipart(query: string): string {
  const part = (name: string, content: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
  return `${part('operations', JSON.stringify({ query }))}${part('map', '{}')}--x--\r\n`;
}

function preflight(origin: string): Promise<Response> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,authorization',
  };
  return fetch(`${server.url}/graphql`, { method: 'OPTIONS', headers });
}

async function isTaken(username: string): Promise<boolean> {
  const { ada } = await aCast(server);
  const { userByUsername } = await ada.asks<{ userByUsername: unknown }>(
    'query ($username: String!) { userByUsername(username: $username) { id } }',
    { username },
  );
  return userByUsername !== null;
}
