import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  parse,
  printSchema,
} from 'graphql';
import { GraphQLClient } from 'graphql-request';
import type { TypedDocumentNode } from '@apollo/client';
import {
  commitMutation,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
} from 'relay-runtime';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { createRenewingClient } from '../../examples/renewing-client.js';
import { refreshSession, refreshTokenOf, signInOf } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import events, { type relayEventsSubscription } from '../support/relay/relayEventsSubscription.graphql.js';
import node, { type relayNodeQuery } from '../support/relay/relayNodeQuery.graphql.js';
import rooms, { type relayRoomsQuery } from '../support/relay/relayRoomsQuery.graphql.js';
import send, { type relaySendMutation } from '../support/relay/relaySendMutation.graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('Relay, with what its compiler makes of the schema', () => {
  it('asks, changes, and reads a message again by its id alone', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const relay = relayOf(ada);
    const read = await fetchQuery<relayRoomsQuery>(relay, rooms, {}).toPromise();
    expect(read?.viewer?.rooms.nodes).toEqual([{ id: room.id, name: room.name }]);
    const { sendMessage } = await sends(relay, { roomId: room.id, body: 'Cake?' });
    const id = sendMessage?.message.id ?? '';
    expect(relay.getStore().getSource().get(id)).toMatchObject({ __typename: 'Message', body: 'Cake?' });
    const again = await fetchQuery<relayNodeQuery>(relayOf(ada), node, { id }).toPromise();
    expect(again?.node).toEqual({ id, body: 'Cake?' });
  });

  it('is told what was wrong', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await expect(sends(relayOf(ada), { roomId: room.id, body: '' })).rejects.toThrow('Write something');
  });

  it('follows over a client that resumes, after the server was started anew and after its token had run out', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const heard = hears(relayOf(ben));
    await heard.begun;
    await ada.says('one', room);
    expect(await heard.next()).toBe('one');
    await server.restart();
    await (await Person.signsIn(server, ada.username)).says('two', room);
    expect(await heard.next()).toBe('two');
    server.clock.advance({ minutes: 16 });
    server.app.get(SocketServer).beat();
    await (await Person.signsIn(server, ada.username)).says('three', room);
    expect(await heard.next()).toBe('three');
  });
});

it('codegen’s client preset makes documents from what introspection tells, and the server takes them', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const client = new GraphQLClient(`${server.url}/graphql`, { headers: ada.bearer });
  const schema = buildClientSchema(await client.request<IntrospectionQuery>(getIntrospectionQuery()));
  const made = await madeFrom(printSchema(schema), [
    'query Rooms { viewer { rooms { nodes { id } } } }',
    'mutation Send($input: SendMessageInput!) { sendMessage(input: $input) { message { body } } }',
  ]);
  expect(await client.request(made.RoomsDocument)).toEqual({ viewer: { rooms: { nodes: [{ id: room.id }] } } });
  const input = { roomId: room.id, body: 'Cake?' };
  expect(await client.request(made.SendDocument, { input })).toEqual({ sendMessage: { message: { body: 'Cake?' } } });
});

/** As Relay's own guide sets it up: fetch, and beside it a client of graphql-ws. */
function relayOf(person: Person): Environment {
  const client = createRenewingClient({ url: `${server.url.replace('http', 'ws')}/graphql` }, () => renewed(person));
  onTestFinished(() => client.dispose());
  const network = Network.create(
    async ({ text }, variables) => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { ...person.bearer, 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await answer.json()) as GraphQLResponse;
    },
    ({ text }, variables) =>
      Observable.create((sink) =>
        client.subscribe(
          { query: text ?? '', variables },
          {
            next: (result) => {
              sink.next(result as GraphQLResponse);
            },
            error: (error) => {
              sink.error(error instanceof Error ? error : new Error(JSON.stringify(error)));
            },
            complete: () => {
              sink.complete();
            },
          },
        ),
      ),
  );
  return new Environment({ network, store: new Store(new RecordSource()) });
}

function sends(
  relay: Environment,
  input: relaySendMutation['variables']['input'],
): Promise<relaySendMutation['response']> {
  return new Promise((resolve, reject) => {
    commitMutation<relaySendMutation>(relay, {
      mutation: send,
      variables: { input },
      onCompleted: (response, errors) => {
        if (errors?.[0]) reject(new Error(errors[0].message));
        else resolve(response);
      },
      onError: reject,
    });
  });
}

/** The bodies of the messages that a subscription brings, as they come. */
function hears(relay: Environment): { begun: Promise<undefined>; next(): Promise<string> } {
  const bodies: string[] = [];
  const begun = Promise.withResolvers<undefined>();
  const { dispose } = requestSubscription<relayEventsSubscription>(relay, {
    subscription: events,
    variables: {},
    onNext: (response) => {
      begun.resolve(undefined);
      const body = response?.events.event?.message?.body;
      if (body !== undefined) bodies.push(body);
    },
  });
  onTestFinished(dispose);
  return {
    begun: begun.promise,
    next: async () => {
      await expect.poll(() => bodies.length, { timeout: 20_000 }).toBeGreaterThan(0);
      return bodies.shift() ?? '';
    },
  };
}

async function renewed(person: Person): Promise<string> {
  const signIn = signInOf(await refreshSession(server, { refreshToken: person.refreshToken }));
  person.refreshToken = refreshTokenOf(signIn);
  return signIn.session.accessToken;
}

interface Made {
  readonly RoomsDocument: TypedDocumentNode<unknown, Record<string, never>>;
  readonly SendDocument: TypedDocumentNode<unknown, { readonly input: object }>;
}

/** What a project has after `graphql-codegen` has run in it. */
async function madeFrom(sdl: string, operations: readonly string[]): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-codegen-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const documents = operations.map((rawSDL, at) => ({
    location: `${String(at)}.graphql`,
    rawSDL,
    document: parse(rawSDL),
  }));
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${folder}/`,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents,
    config: { useTypeImports: true },
    presetConfig: {},
    plugins: [],
    pluginMap: {},
  });
  for (const section of sections) writeFileSync(section.filename, await codegen(section));
  return (await import(join(folder, 'graphql.ts'))) as Made;
}
