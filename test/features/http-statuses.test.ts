import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const page = readFileSync('docs/guides/errors-and-limits.md', 'utf8');
const JSON_HEADERS = { 'content-type': 'application/json' };

describe('what docs/guides/errors-and-limits.md says of statuses', () => {
  it.each([
    [200, 'a mutation that was executed and refused', post({ query: 'mutation { logout { nothing: ok } }' })],
    [400, 'what does not parse', post({ query: '{' })],
    [400, 'what does not validate', post({ query: '{ nothing }' })],
    [
      400,
      'a variable of another type',
      post({ query: 'query ($a: Int!) { rooms(first: $a) { totalCount } }', variables: { a: 'x' } }),
    ],
    [400, 'what is too complex', post({ query: `{ ${many('viewer { user { id } }', 100)} }` })],
    [400, 'a subscription', post({ query: 'subscription { events { cursor } }' })],
    [400, 'a list of operations', post([{ query: '{ viewer { eventCursor } }' }])],
    [400, 'a query that any site could send', get('{viewer{eventCursor}}', {})],
    [405, 'a mutation over GET', get('mutation{logout{ok}}')],
    [405, 'a subscription over GET', get('subscription{events{cursor}}')],
    [406, 'an answer of another kind', post({ query: '{ viewer { eventCursor } }' }, { accept: 'text/event-stream' })],
    [404, 'another path', ['/graphqls', { method: 'POST', headers: JSON_HEADERS, body: '{}' }] as const],
    [401, 'an upload of nobody', upload({})],
    [401, 'an upload with a token that is not good', upload({ authorization: 'Bearer nonsense' })],
    [413, 'a body that is too large', post({ query: `# ${'x'.repeat(300_000)}` })],
  ])('is so: %i for %s', async (status, _, [path, init]) => {
    const answer = await fetch(`${server.url}${path}`, init);
    expect(answer.status, await answer.text()).toBe(status);
    if (status !== 200) expect(page).toMatch(new RegExp(`^\\| ${String(status)} +\\|`, 'm'));
  });

  it('has errors in the body of an upload that is refused with 401', async () => {
    const [path, init] = upload({ authorization: 'Bearer nonsense' });
    const answer = await fetch(`${server.url}${path}`, init);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID' } }],
    });
  });
});

type Request = readonly [path: string, init: RequestInit];

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return ['/graphql', { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) }];
}

function get(query: string, headers: Record<string, string> = { 'apollo-require-preflight': 'true' }): Request {
  return [`/graphql?query=${encodeURIComponent(query)}`, { headers }];
}

function upload(headers: Record<string, string>): Request {
  const body = new FormData();
  const query = 'mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { id } } }';
  body.set('operations', JSON.stringify({ query, variables: { input: { roomId: 'a-room', file: null } } }));
  body.set('map', '{"0":["variables.input.file"]}');
  body.set('0', new File(['tea'], 'tea.txt'));
  return ['/graphql', { method: 'POST', headers: { 'apollo-require-preflight': 'true', ...headers }, body }];
}

function many(field: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `f${String(at)}: ${field}`).join(' ');
}
