import { expect, it } from 'vitest';
import { aBotIn } from '../support/people/bots.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { adds, begins, grown } from '../support/people/streaming.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

it('a message that grew when the server was killed is broken off, with what was on the disk, and its bot goes on with another one', async () => {
  const server = await aSpawnedServer();
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  const bot = await aBotIn(ada, room);
  const message = await begins(bot, room, { nonce: 'the answer' });
  await adds(bot, message, 'What is on the disk');
  await expect.poll(async () => (await grown(ada, message)).body).toBe('What is on the disk');
  await adds(bot, message, ', and what may not be', { offset: 19 });
  await server.killAndStart();
  const { body, ...rest } = await grown(ada, message);
  expect(rest).toEqual({ editedAt: null, isStreaming: false, isBrokenOff: true });
  expect('What is on the disk, and what may not be'.startsWith(body)).toBe(true);
  expect(body.length).toBeGreaterThanOrEqual(19);
  await expect(adds(bot, message, '', { offset: body.length })).rejects.toThrow('broken off');
  // The nonce still names the first one.
  expect((await begins(bot, room, { nonce: 'the answer' })).id).toBe(message.id);
  const next = await begins(bot, room);
  await adds(bot, next, 'All of it', { isDone: true });
  expect(await grown(ada, next)).toMatchObject({ body: 'All of it', isBrokenOff: false });
});
