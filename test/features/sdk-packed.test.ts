import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { makesConsumer } from '../support/feeds/consumer.js';
import { aBotIn } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { saidBy } from '../support/people/said-by.js';
import { EchoBot } from '../support/servers/echo-bot.js';
import { installed } from '../support/servers/packed-package.js';
import { aServer } from '../support/servers/server.js';

const run = promisify(execFile);
const readme = readFileSync('packages/sdk/README.md', 'utf8');
const server = await aServer();
const folder = await installed(['sdk'], ['graphql', 'graphql-ws', '@graphql-typed-document-node/core']);
const { ada } = await aCast(server);

it('the echo bot of the README runs from the installed package, and answers what is said', async () => {
  const program = await exampleOf(/<!-- echo: begin -->\n\n```js\n(?<code>.*?)```/s, 'echo.mjs');
  expect(readFileSync(program, 'utf8')).toBe(readFileSync('packages/sdk/examples/echo.mjs', 'utf8'));
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  await makesConsumer(robot, 'echo');
  EchoBot.run(server, robot, { program, folder });
  await ada.says('Is there anybody?', room);
  await expect.poll(() => saidBy(robot, ada, room)).toEqual(['Is there anybody?']);
});

it('the examples of the README do what it says of them', async () => {
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const options = { cwd: folder, env: environmentOf(robot) };
  const runs = async (name: string) => (await run(process.execPath, [await namedExample(name)], options)).stdout;
  expect(await runs('rooms.mjs')).toBe(`${room.name} 1\n`);
  expect(await runs('upload.mjs')).toBe('numbers.txt\n');
  expect(await saidBy(robot, ada, room)).toEqual([`Hello, ${room.name}!`, '']);
});

it('the example that keeps a cursor goes on from there after it was killed', async () => {
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const { viewer } = await robot.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
  await writeFile(join(folder, 'cursor'), viewer.eventCursor);
  const program = await namedExample('follow.mjs');
  for (const body of ['One', 'Two']) {
    await ada.says(body, room);
    const child = spawn(process.execPath, [program], { cwd: folder, env: environmentOf(robot) });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    expect(line).toBe(`${ada.username}: ${body}`);
    const before = viewer.eventCursor;
    // Killed before it has kept how far it is, it would say the same again.
    await expect.poll(() => readFileSync(join(folder, 'cursor'), 'utf8')).not.toBe(before);
    viewer.eventCursor = readFileSync(join(folder, 'cursor'), 'utf8');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

function environmentOf({ accessToken }: Person) {
  return { PATH: process.env.PATH, TERTULIA_URL: server.url, TERTULIA_TOKEN: accessToken };
}

function namedExample(name: string): Promise<string> {
  return exampleOf(new RegExp(`<!-- example: ${name} -->\n\n\`\`\`js\n(?<code>.*?)\`\`\``, 's'), name);
}

async function exampleOf(pattern: RegExp, name: string): Promise<string> {
  const code = pattern.exec(readme)?.groups?.code;
  if (code === undefined) throw new Error(`The README has no example ${name}.`);
  const place = join(folder, name);
  await writeFile(place, code);
  return place;
}
