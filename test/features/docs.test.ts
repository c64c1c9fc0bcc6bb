import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aBotIn } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { type Answer, dataOf } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('the pages for integrators', () => {
  it('are served without a script, to anybody, and a page that is not there is told', async () => {
    for (const [path, status] of [
      ['/docs', 200],
      ['/docs/guides/resuming', 200],
      ['/docs/api', 200],
      ['/docs/api/rooms', 200],
      ['/docs/api/nothing', 404],
    ] as const) {
      const answer = await fetch(`${server.url}${path}`);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await answer.text()).not.toContain('<script');
    }
  });

  it('lead to pages and parts of pages that are there', async () => {
    const pages = new Map<string, string>();
    const read = async (path: string): Promise<string> => {
      const known = pages.get(path);
      if (known !== undefined) return known;
      const answer = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
      expect([path, answer.status]).toEqual([path, 200]);
      const text = await answer.text();
      pages.set(path, text);
      if (path.startsWith('/docs') && answer.headers.get('content-type')?.includes('html'))
        for (const [, to = ''] of text.matchAll(/<a [^>]*href="([^"]+)"/g)) await follow(to, path);
      return text;
    };
    const follow = async (to: string, from: string): Promise<void> => {
      const { pathname, hash, origin } = new URL(to, `${server.url}${from}`);
      if (origin !== server.url) return;
      const text = await read(pathname);
      if (hash !== '') expect([from, to, text.includes(`id="${hash.slice(1)}"`)]).toEqual([from, to, true]);
    };
    await read('/docs');
    for (const name of readdirSync('docs/guides'))
      expect([...pages.keys()]).toContain(`/docs/guides/${name.replace('.md', '')}`);
  });
});

describe('the first bot', () => {
  // Not every machine has it; the program below is tried everywhere.
  it.skipIf(spawnSync('curl', ['--version']).status !== 0)(
    'looks around and speaks by curl, as the guide has it',
    async () => {
      const { ada } = await aCast(server);
      const room = await aRoom(ada);
      const bot = await aBotIn(ada, room, { scopes: ['EVENTS_READ', 'MESSAGES_READ', 'MESSAGES_WRITE'] });
      const [look = '', speak = ''] = commandsMarkedToRun();
      expect(await answerTo(look, bot, room)).toMatchObject({ viewer: { rooms: { nodes: [{ id: room.id }] } } });
      const first = await answerTo(speak, bot, room);
      expect(first).toMatchObject({ sendMessage: { message: { body: 'Hello!' } } });
      expect(await answerTo(speak, bot, room)).toEqual(first);
      expect(await bodiesIn(ada, room)).toEqual(['Hello!']);
    },
  );

  it('is shown as it is', () => {
    expect(readFileSync('docs/guides/first-bot.md', 'utf8')).toContain(readFileSync('examples/echo.mjs', 'utf8'));
  });

  it('answers each message once, also what was said while it was away', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const bot = await aBotIn(ada, room, { scopes: ['EVENTS_READ', 'MESSAGES_READ', 'MESSAGES_WRITE'] });
    const first = runs('examples/echo.mjs', bot);
    await expect.poll(() => isConnected(bot)).toBe(true);
    await ada.says('Cake?', room);
    await expect.poll(() => bodiesIn(ada, room)).toEqual(['Cake?', 'You said: Cake?']);
    first.kill('SIGKILL');
    await ada.says('Tea?', room);
    runs('examples/echo.mjs', bot);
    await expect.poll(() => bodiesIn(ada, room)).toEqual(['Cake?', 'You said: Cake?', 'Tea?', 'You said: Tea?']);
  });
});

/** The commands of the guide that need nothing but its variables. */
function commandsMarkedToRun(): string[] {
  const guide = readFileSync('docs/guides/first-bot.md', 'utf8');
  return [...guide.matchAll(/^```sh run\n(.*?)^```/gms)].map(([, command = '']) => command);
}

async function answerTo(command: string, bot: Person, room: { readonly id: string }): Promise<unknown> {
  const env = { ...process.env, TERTULIA: server.url, TOKEN: bot.accessToken, ROOM_ID: room.id };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  return dataOf(JSON.parse(stdout) as Answer<unknown>);
}

function runs(program: string, bot: Person): ChildProcess {
  const env = { ...process.env, TERTULIA: server.url, TOKEN: bot.accessToken };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function isConnected(bot: Person): Promise<boolean | undefined> {
  const { consumer } = await bot.asks<{ consumer: { isConnected: boolean } | null }>(
    '{ consumer(name: "echo") { isConnected } }',
  );
  return consumer?.isConnected;
}

async function bodiesIn(reader: Person, { id }: { readonly id: string }): Promise<string[]> {
  const { room } = await reader.asks<{ room: { messages: { nodes: { body: string }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages { nodes { body } } } }',
    { id },
  );
  return room.messages.nodes.map(({ body }) => body);
}
