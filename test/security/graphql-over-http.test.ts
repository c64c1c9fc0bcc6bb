import { type AuditName, serverAudits } from 'graphql-http';
import { expect, it } from 'vitest';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const CLOSED_TO_OTHER_SITES =
  'Any site can make a browser send a GET, so one is answered only with a header that no site can make it send.';
const STATUS_OF_APOLLO =
  'A 4xx is what Apollo answers, and what clients of it have always met; who accepts application/graphql-response+json gets it by the specification.';

/** What the specification (https://graphql.github.io/graphql-over-http) allows or recommends, and this server does otherwise. */
const EXPLAINED: Readonly<Partial<Record<AuditName, string>>> = {
  'MAY accept application/x-www-form-urlencoded formatted GET requests': CLOSED_TO_OTHER_SITES,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json':
    CLOSED_TO_OTHER_SITES,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json':
    CLOSED_TO_OTHER_SITES,
  'SHOULD use 200 status code on document parsing failure when accepting application/json': STATUS_OF_APOLLO,
  'SHOULD use 200 status code on document validation failure when accepting application/json': STATUS_OF_APOLLO,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json': STATUS_OF_APOLLO,
};

it.each(serverAudits({ url: `${server.url}/graphql`, fetchFn: fetch }).map((audit) => [audit.name, audit] as const))(
  'GraphQL over HTTP: %s',
  async (name, audit) => {
    const { status } = await audit.fn();
    expect(status).not.toBe('error');
    expect(EXPLAINED[name] === undefined ? 'ok' : 'explained').toBe(status === 'ok' ? 'ok' : 'explained');
  },
);

it.each([
  ['an answer', '{ viewer { id } }'],
  ['a refusal', '{ viewer { nothing } }'],
  ['what nobody can read', '{'],
])('nobody on the way keeps %s', async (_, query) => {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
