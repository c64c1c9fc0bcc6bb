import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { follow as followWithApollo } from '../../examples/follow-with-apollo.js';
import { follow as followWithGraphQLWs } from '../../examples/follow-with-graphql-ws.js';
import { createResumingClient } from '../../examples/resuming-client.js';
import { refreshSession, refreshTokenOf, signInOf } from '../support/accounts.js';
import { aCast } from '../support/cast.js';
import { FlakyLine } from '../support/flaky-line.js';
import { Person } from '../support/person.js';
import { aServer } from '../support/server.js';

const server = await aServer();

test.each([
  ['graphql-ws', followWithGraphQLWs],
  ['Apollo Client', followWithApollo],
])(
  '%s hears every message once, in order, though it is cut, the server restarts and the token runs out',
  async (_, follow) => {
    const { ada, ben } = await aCast(server);
    const room = await ada.creates(`Heard ${_}`);
    await ben.joins(room);
    const line = await FlakyLine.to(server);
    let token: string | undefined = ben.accessToken;
    const opened = new EventTarget();
    const client = createResumingClient({
      url: `${line.url.replace('http', 'ws')}/graphql`,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
      connectionParams: async () => {
        token ??= await renewed(ben);
        return { authorization: `Bearer ${token}` };
      },
      on: {
        message: (message) => {
          if ('payload' in message) opened.dispatchEvent(new Event('heard'));
        },
        closed: (event) => {
          if (event instanceof CloseEvent && event.code === 4403) token = undefined;
        },
      },
    });
    const heard: string[] = [];
    const ended = Promise.withResolvers<unknown>();
    const listening = once(opened, 'heard');
    const stop = follow(client, (body) => heard.push(body), ended.resolve);
    await listening;

    const said: string[] = [];
    const says = async (count: number) => {
      const now = await Person.signsIn(server, ada.username);
      for (let times = 0; times < count; times += 1) {
        said.push(`number ${String(said.length)}`);
        await now.says(said.at(-1) ?? '', room);
      }
    };
    await says(3);
    await expect.poll(() => heard.length).toBe(3);
    const disturbances = [
      () => {
        line.cut();
        return Promise.resolve();
      },
      () => server.restart(),
      () => {
        server.clock.advance({ minutes: 16 });
        server.app.get(SocketServer).beat();
        return Promise.resolve();
      },
    ];
    for (const disturb of [...disturbances, ...disturbances]) {
      await says(2);
      await disturb();
      await says(3);
      await expect.poll(() => heard).toEqual(said);
    }
    stop();
    await client.dispose();
  },
);

test.each(['resuming-client.ts', 'follow-with-graphql-ws.ts', 'follow-with-apollo.ts'])(
  'docs/api.md shows %s as it is',
  (name) => {
    expect(readFileSync('docs/api.md', 'utf8')).toContain(readFileSync(`examples/${name}`, 'utf8'));
  },
);

async function renewed(person: Person): Promise<string> {
  const signIn = signInOf(await refreshSession(server, { refreshToken: person.refreshToken }));
  person.refreshToken = refreshTokenOf(signIn);
  return signIn.session.accessToken;
}
