import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { postsTo } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { PASSWORD, type Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { saidBy } from '../support/people/said-by.js';
import { CommandLine } from '../support/servers/command-line.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const { ada, ben } = await aCast(server);

it('Ada signs in, posts, finds what was said, and signs out; her session is kept where she alone can read it', async () => {
  const room = await aRoom(ada, [ben]);
  const line = await signedIn(ada);
  expect(statSync(line.credentials).mode & 0o777).toBe(0o600);
  expect(readFileSync(line.credentials, 'utf8')).not.toContain(PASSWORD);

  expect((await line.runs(['send', room.name, 'Cake in the kitchen'])).said).toBe('Posted as number 1.\n');
  await line.runs(['send', room.id], 'From a pipe\n');
  expect(await saidBy(ada, ben, room)).toEqual(['Cake in the kitchen', 'From a pipe\n']);
  const [found] = await line.asks<{ body: string }>(['search', 'cake', '--room', room.name]);
  expect(found?.body).toBe('Cake in the kitchen');

  const { refreshToken } = JSON.parse(readFileSync(line.credentials, 'utf8')) as { refreshToken: string };
  expect((await line.runs(['logout'])).status).toBe(0);
  expect(existsSync(line.credentials)).toBe(false);
  const refresh = 'mutation ($token: String) { refreshSession(input: { refreshToken: $token }) { user { id } } }';
  await expect(ada.asks(refresh, { token: refreshToken })).rejects.toThrow(/UNAUTHENTICATED/);
});

it('what is sent again with the same nonce is posted once', async () => {
  const room = await aRoom(ada);
  const line = await signedIn(ada);
  for (let tries = 0; tries < 2; tries += 1) await line.asks(['send', room.id, 'Once', '--nonce', `once-${room.id}`]);
  expect(await saidBy(ada, ada, room)).toEqual(['Once']);
});

it('Ada makes a bot and a token, with which it posts where it was added; revoked, the token counts no more', async () => {
  const room = await aRoom(ada);
  const line = await signedIn(ada);
  const [bot] = await line.asks<{ user: { id: string; username: string } }>([
    'bot',
    'create',
    'robot',
    '--room',
    room.name,
  ]);
  const [token] = await line.asks<{ id: string; secret: string }>(['token', 'create', 'robot']);
  const asBot = new CommandLine({ TERTULIA_URL: server.url, TERTULIA_TOKEN: token?.secret ?? '' });
  await asBot.asks(['send', room.id, 'Beep']);
  expect(await saidBy({ id: bot?.user.id ?? '' }, ada, room)).toEqual(['Beep']);

  await line.asks(['token', 'revoke', token?.id ?? '']);
  const refused = await asBot.runs(['send', room.id, 'Beep']);
  expect(refused).toMatchObject({ status: 1, said: '' });
  expect(refused.complaint).toContain('UNAUTHENTICATED');
});

it('Ada makes a webhook, and whoever has its address posts; Ben, who is no moderator, is refused', async () => {
  const room = await aRoom(ada, [ben]);
  const [webhook] = await (await signedIn(ada)).asks<{ url: string }>(['webhook', 'create', room.name, 'Builds']);
  expect((await postsTo(server, { url: webhook?.url ?? '' }, { text: 'Green' })).status).toBe(200);
  const refused = await (await signedIn(ben)).runs(['webhook', 'create', room.name, 'Builds']);
  expect(refused).toMatchObject({ status: 1, said: '' });
  expect(refused.complaint).toContain('(FORBIDDEN)');
});

it('tail shows what is said in the room, as it is said, without what would move the cursor of a terminal, and ends when it is asked to', async () => {
  const [room, other] = [await aRoom(ada), await aRoom(ada)];
  const tail = (await signedIn(ada)).keepsRunning(['tail', room.name, '--json']);
  expect(JSON.parse(await tail.nextLine())).toMatchObject({ mark: 'OPENED' });
  await ada.says('Elsewhere', other);
  await ada.says('Here \u001b[2J', room);
  expect(JSON.parse(await tail.nextLine())).toMatchObject({ message: { body: 'Here \u001b[2J' } });
  expect(await tail.stop()).toBe(0);

  const line = await signedIn(ada);
  expect((await line.runs(['search', 'Here', '--room', room.name])).said).toMatch(/: Here \ufffd\[2J\n$/);
});

it('signs out as well where the session was ended elsewhere', async () => {
  const { cleo } = await aCast(server);
  const line = await signedIn(cleo);
  await cleo.asks('mutation { logoutEverywhere { ok } }');
  expect((await line.runs(['rooms'])).complaint).toContain('UNAUTHENTICATED');
  expect((await line.runs(['logout'])).status).toBe(0);
  expect(existsSync(line.credentials)).toBe(false);
});

it('a wrong password is refused, and what makes no sense is said with the usage', async () => {
  const line = new CommandLine();
  const wrong = await line.runs(['login', server.url, '--username', ada.username], 'not her password');
  expect(wrong.status).toBe(1);
  expect(existsSync(line.credentials)).toBe(false);
  expect(await line.runs(['send', 'Kitchen', 'Hello'])).toMatchObject({
    status: 2,
    complaint: expect.stringContaining('login') as string,
  });
  expect(await line.runs(['sing'])).toMatchObject({ status: 2, said: '' });
  expect(await line.runs(['send'])).toMatchObject({ status: 2, complaint: expect.stringContaining('ROOM') as string });
  expect(await line.runs(['rooms', '--loud'])).toMatchObject({ status: 2 });
});

it('bash completes commands, and the options of one', async () => {
  const { said: script } = await new CommandLine().runs(['completion', 'bash']);
  const completed = (...words: string[]) => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const program = `${script}\nCOMP_WORDS=(tertulia ${typed}); COMP_CWORD=${String(words.length)}; _tertulia; echo "\${COMPREPLY[*]}"`;
    return execFileSync('bash', ['-c', program], { encoding: 'utf8' }).trim();
  };
  expect(completed('se')).toBe('send search');
  expect(completed('bot', '')).toBe('list create disable');
  expect(completed('send', 'Kitchen', '--n')).toBe('--nonce');
  expect(completed('completion', 'z')).toBe('zsh');
});

async function signedIn({ username }: Person): Promise<CommandLine> {
  const line = new CommandLine();
  await line.asks(['login', server.url, '--username', username], PASSWORD);
  return line;
}
