import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { makesConsumer } from '../support/feeds/consumer.js';
import { aBotIn } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
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
  const environment = { PATH: process.env.PATH, TERTULIA_URL: server.url, TERTULIA_TOKEN: robot.accessToken };
  const runs = async (name: string) => {
    const program = await exampleOf(new RegExp(`<!-- example: ${name} -->\n\n\`\`\`js\n(?<code>.*?)\`\`\``, 's'), name);
    return (await run(process.execPath, [program], { cwd: folder, env: environment })).stdout;
  };
  expect(await runs('rooms.mjs')).toBe(`${room.name} 1\n`);
  expect(await runs('upload.mjs')).toBe('numbers.txt\n');
  expect(await saidBy(robot, ada, room)).toEqual([`Hello, ${room.name}!`, '']);
});

async function exampleOf(pattern: RegExp, name: string): Promise<string> {
  const code = pattern.exec(readme)?.groups?.code;
  if (code === undefined) throw new Error(`The README has no example ${name}.`);
  const place = join(folder, name);
  await writeFile(place, code);
  return place;
}
