import { randomBytes } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import UploadHttpLink from 'apollo-upload-client/UploadHttpLink.mjs';
import { GraphQLClient } from 'graphql-request';
import { parse } from 'graphql';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../support/files/resumable.js';
import { bytesOf, get } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

// Each as its own documentation sets it up: an address, and a header with the token. Nothing else.

const server = await aServer();
const url = `${server.url}/graphql`;
const WHO = 'query Who { viewer { user { username } } }';
const SEND = 'mutation Send($input: SendMessageInput!) { sendMessage(input: $input) { message { body } } }';
const UPLOAD = 'mutation Upload($input: UploadFileInput!) { uploadFile(input: $input) { file { name size } } }';

interface Asked {
  readonly methods: string[];
  /** As fetch, and notes with which methods it was asked. */
  readonly fetch: typeof fetch;
}

type Ask = (query: string, variables: Record<string, unknown>, kind: 'query' | 'mutation') => Promise<unknown>;

const CLIENTS: [name: string, open: (ada: Person, asked: Asked) => Ask][] = [
  ['urql', urql],
  ['graphql-request', (ada, { fetch }) => graphqlRequest(new GraphQLClient(url, { headers: ada.bearer, fetch }))],
  [
    'graphql-request that puts queries into the address',
    (ada, { fetch }) => graphqlRequest(new GraphQLClient(url, { headers: ada.bearer, method: 'GET', fetch })),
  ],
  ['Apollo Client', (ada, { fetch }) => apollo(new HttpLink({ uri: url, headers: ada.bearer, fetch }))],
  [
    'Apollo Client that puts queries into the address',
    (ada, { fetch }) => apollo(new HttpLink({ uri: url, headers: ada.bearer, useGETForQueries: true, fetch })),
  ],
  ['apollo-upload-client', (ada, { fetch }) => apollo(new UploadHttpLink({ uri: url, headers: ada.bearer, fetch }))],
];

describe.each(CLIENTS)('%s, with its defaults', (name, open) => {
  it('asks, changes, and is told what was wrong', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const asked = asking();
    const ask = open(ada, asked);
    expect(await ask(WHO, {}, 'query')).toEqual({ viewer: { user: { username: ada.username } } });
    if (/urql|address/.test(name)) expect(asked.methods).toEqual(['GET']);
    const input = { roomId: room.id, body: 'Cake?', nonce: crypto.randomUUID() };
    const sent = { sendMessage: { message: { body: 'Cake?' } } };
    // A client that puts everything into the address cannot change anything: nothing but a query may stand there.
    if (name.startsWith('graphql-request that')) return;
    expect(await ask(SEND, { input }, 'mutation')).toEqual(sent);
    await expect(ask(SEND, { input: { ...input, body: '' } }, 'mutation')).rejects.toThrow('Write something');
  });
});

describe('a file is taken', () => {
  it('from apollo-upload-client with its defaults', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const ask = apollo(new UploadHttpLink({ uri: url, headers: ada.bearer }));
    const input = { roomId: room.id, file: new File(['Flour, sugar'], 'list.txt', { type: 'text/plain' }) };
    expect(await ask(UPLOAD, { input }, 'mutation')).toEqual({ uploadFile: { file: { name: 'list.txt', size: 12 } } });
  });

  it('from urql with its defaults', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const input = { roomId: room.id, file: new File(['Flour, sugar'], 'list.txt', { type: 'text/plain' }) };
    const uploaded = await urql(ada, asking())(UPLOAD, { input }, 'mutation');
    expect(uploaded).toEqual({ uploadFile: { file: { name: 'list.txt', size: 12 } } });
  });

  it('from fetch with a form and a token, and from nobody without one', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const form = new FormData();
    const variables = { input: { roomId: room.id, file: null } };
    form.append('operations', JSON.stringify({ query: UPLOAD, variables }));
    form.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
    form.append('0', new File(['Flour, sugar'], 'list.txt'));
    for (const [headers, status] of [
      [ada.bearer, 200],
      [{}, 401],
      [{ 'apollo-require-preflight': 'true' }, 401],
    ] as const)
      expect((await fetch(url, { method: 'POST', headers, body: form })).status).toBe(status);
  });
});

it('a question in an address is answered where it has a Bearer, whatever that is worth, and refused without', async () => {
  const { ada } = await aCast(server);
  const address = `${url}?${new URLSearchParams({ query: WHO }).toString()}`;
  const statusOf = async (headers: Record<string, string>) => (await fetch(address, { headers })).status;
  expect(await statusOf(ada.bearer)).toBe(200);
  expect(await statusOf({ authorization: 'Bearer of nothing' })).toBe(200);
  expect(await statusOf({ 'apollo-require-preflight': 'true' })).toBe(200);
  for (const headers of [{}, { authorization: 'Basic YWRhOmFkYQ==' }, { authorization: 'Negotiate abc' }])
    expect(await statusOf(headers), JSON.stringify(headers)).toBe(400);
});

function asking(): Asked {
  const methods: string[] = [];
  return {
    methods,
    fetch: (input, init) => {
      methods.push(init?.method ?? 'GET');
      return fetch(input, init);
    },
  };
}

function urql(ada: Person, { fetch }: Asked): Ask {
  const exchanges = [cacheExchange, fetchExchange];
  const client = new Client({ url, exchanges, fetch, fetchOptions: { headers: ada.bearer } });
  return async (query, variables, kind) => {
    const { data, error } = await client[kind]<unknown>(query, variables).toPromise();
    if (error) throw error;
    return withoutTypenames(data);
  };
}

function graphqlRequest(client: GraphQLClient): Ask {
  return (query, variables) => client.request(parse(query), variables);
}

function apollo(link: ApolloLink): Ask {
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return async (text, variables, kind) => {
    const operation = gql(text);
    const { data } =
      kind === 'query'
        ? await client.query({ query: operation, variables })
        : await client.mutate({ mutation: operation, variables });
    return withoutTypenames(data);
  };
}

function withoutTypenames(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === '__typename' ? undefined : value)));
}

describe('tus-js-client, with its defaults', () => {
  it('sends a file, goes on where the line broke, and is told why a file is refused', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const bytes = randomBytes(3_000_000);
    const offsets: number[] = [];
    const options = (sender: Person): UploadOptions => ({
      endpoint: `${server.url}/upload/resumable`,
      headers: sender.bearer,
      metadata: { roomId: room.id, filename: 'numbers.bin' },
      chunkSize: 1_000_000,
      retryDelays: [0, 100],
    });
    const address = await new Promise<string>((resolve, reject) => {
      const first = new Upload(bytes, {
        ...options(ada),
        onError: reject,
        onChunkComplete: (_, accepted) => {
          offsets.push(accepted);
          if (accepted < 2_000_000) return;
          void first.abort();
          resolve(first.url ?? '');
        },
      });
      first.start();
    });
    await new Promise<unknown>((resolve, reject) => {
      const onChunkComplete = (_: number, accepted: number): number => offsets.push(accepted);
      const second = { ...options(ada), uploadUrl: address, onError: reject, onSuccess: resolve, onChunkComplete };
      new Upload(bytes, second).start();
    });
    expect(offsets).toEqual([1_000_000, 2_000_000, 3_000_000]);
    const file = await fileOf(ada, address);
    expect(file).toMatchObject({ name: 'numbers.bin', size: 3_000_000 });
    expect(await bytesOf(await get(ada, file.url))).toEqual(bytes);

    const refusal = await new Promise<Error | DetailedError>((resolve) => {
      new Upload(bytes, { ...options(otto), onError: resolve }).start();
    });
    expect(refusal instanceof DetailedError && refusal.originalResponse?.getStatus()).toBe(403);
  });
});
