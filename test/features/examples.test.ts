import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makesConsumer } from '../support/feeds/consumer.js';
import { aBotIn } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { saidBy } from '../support/people/said-by.js';
import { freePort } from '../support/servers/free-port.js';
import { aServer } from '../support/servers/server.js';

const SECRET = `whsec_${Buffer.from('a key that only these two know!!').toString('base64')}`;

const server = await aServer();

it.each([
  ['docs/guides/resuming.md', 'examples/bridge.mjs'],
  ['docs/guides/webhooks.md', 'examples/receive-webhook.mjs'],
])('%s shows %s as it is', (guide, program) => {
  expect(readFileSync(guide, 'utf8')).toContain(readFileSync(program, 'utf8'));
});

describe('the bridge', () => {
  it('carries each message over once, also what was said while it was killed', async () => {
    const { ada } = await aCast(server);
    const [here, there] = [await aRoom(ada), await aRoom(ada)];
    const [hears, speaks] = [await aBotIn(ada, here), await aBotIn(ada, there)];
    await makesConsumer(hears, 'bridge');
    const environment = {
      FROM_URL: server.url,
      FROM_TOKEN: hears.accessToken,
      FROM_ROOM: here.id,
      TO_URL: server.url,
      TO_TOKEN: speaks.accessToken,
      TO_ROOM: there.id,
    };
    const first = runs('examples/bridge.mjs', environment);
    await ada.says('Cake?', here);
    const cake = `**${ada.username}**: Cake?`;
    await expect.poll(() => saidBy(speaks, ada, there)).toEqual([cake]);
    first.kill('SIGKILL');
    await once(first, 'exit');
    await ada.says('x'.repeat(8000), here);
    await ada.says('Tea?', here);
    runs('examples/bridge.mjs', environment);
    const long = `**${ada.username}**: ${'x'.repeat(8000)}`.slice(0, 8000);
    await expect.poll(() => saidBy(speaks, ada, there)).toEqual([cake, long, `**${ada.username}**: Tea?`]);
  });
});

describe.each(['examples/echo.mjs', 'packages/sdk/examples/echo.mjs', 'examples/bridge.mjs'])('%s', (program) => {
  it('goes on after a crash between its answer and the acknowledgement, also when the message was edited or deleted', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const bot = await aBotIn(ada, room);
    const name = program.includes('bridge') ? 'bridge' : 'echo';
    await makesConsumer(bot, name);
    const { viewer } = await bot.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
    const cake = await ada.says('Cake?', room);
    const gone = await ada.says('Gone', room);
    const sent = await eventsAfter(bot, viewer.eventCursor);
    await bot.says('Answered before the crash', room, { nonce: sent[0]?.event?.id ?? '' });
    await ada.edits(cake, 'Pie?');
    await ada.deletes(gone);
    await ada.says('Tea?', room);
    const place = { url: server.url, token: bot.accessToken };
    runs(program, {
      ...{ TERTULIA: place.url, TERTULIA_URL: place.url, TOKEN: place.token, TERTULIA_TOKEN: place.token },
      ...{ FROM_URL: place.url, FROM_TOKEN: place.token, FROM_ROOM: room.id },
      ...{ TO_URL: place.url, TO_TOKEN: place.token, TO_ROOM: room.id },
    });
    await expect.poll(async () => (await saidBy(bot, ada, room)).at(-1)).toMatch(/Tea\?$/);
    expect((await saidBy(bot, ada, room)).filter((body) => /Pie|Cake/.test(body))).toEqual([]);
  });
});

describe('the receiver of webhooks', () => {
  it('takes what is signed, once, and refuses what is forged, old or changed', async () => {
    const port = String(await freePort());
    const receiver = runs('examples/receive-webhook.mjs', { WEBHOOK_SECRET: SECRET, PORT: port });
    const lines: string[] = [];
    if (receiver.stdout) createInterface(receiver.stdout).on('line', (line) => lines.push(line));
    const url = `http://127.0.0.1:${port}`;
    await expect
      .poll(() =>
        fetch(url).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(401);
    const posts = async (id: string, body: string, { secret = SECRET, sentAt = new Date(), sent = body } = {}) => {
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
      };
      return (await fetch(url, { method: 'POST', headers, body: sent })).status;
    };
    const another = `whsec_${Buffer.from('another key that is as long as it').toString('base64')}`;
    expect(await posts('one', '"Cake? 🍰"')).toBe(204);
    expect(await posts('one', '"Cake? 🍰"')).toBe(204);
    expect(await posts('two', '"forged"', { secret: another })).toBe(401);
    expect(await posts('three', '"old"', { sentAt: new Date(Date.now() - 301_000) })).toBe(401);
    expect(await posts('four', '"given"', { sent: '"changed"' })).toBe(401);
    expect(await posts('five', '"Tea?"')).toBe(204);
    await expect.poll(() => lines).toEqual(['"Cake? 🍰"', '"Tea?"']);
  });
});

interface Item {
  readonly event: { readonly id: string } | null;
}

async function eventsAfter(reader: Person, after: string): Promise<readonly Item[]> {
  const query = 'query ($after: Cursor!) { events(after: $after) { event { id } } }';
  return (await reader.asks<{ events: readonly Item[] }>(query, { after })).events;
}

function runs(program: string, environment: Record<string, string>): ChildProcess {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
