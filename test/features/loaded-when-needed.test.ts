import { expect, it } from 'vitest';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer } from '../support/servers/spawned-server.js';
import { begins } from '../support/files/resumable.js';
import { picture, upload } from '../support/files/uploads.js';

/** What takes memory by the mebibyte, or brings threads: none of it before it is needed. */
const HEAVY = ['@node-rs/argon2', '@tus/server', '@zxcvbn-ts/language-common', 'altair-static', 'file-type', 'sharp'];
/** What nobody here ever needs: protocol buffers, for reports to a service of others. */
const NEVER = ['@apollo/usage-reporting-protobuf', '@apollo/protobufjs'];

it('a server has loaded nothing heavy before somebody needs it, and then that alone', async () => {
  const server = await aSpawnedServer({ isWatched: true });
  expect(await loadedOf(server, ['@nestjs/core', 'better-sqlite3'])).toEqual(['@nestjs/core', 'better-sqlite3']);
  expect(await loadedOf(server, [...HEAVY, ...NEVER])).toEqual([]);

  const [, page] = await Promise.all(
    [1, 2].map(() => fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })),
  );
  expect(await page?.text()).toContain('<app-root>');
  expect(await loadedOf(server, HEAVY)).toEqual(['altair-static']);

  const [ada] = await Promise.all(['ada', 'ben'].map((name) => Person.registers(server, name)));
  expect(await loadedOf(server, HEAVY)).toEqual(['@node-rs/argon2', '@zxcvbn-ts/language-common', 'altair-static']);

  if (!ada) throw new Error('Ada has registered.');
  const room = await aRoom(ada, []);
  const text = await upload(ada, room, 'notes.txt', 'Nothing to draw.');
  expect(text.thumbnailUrl).toBeNull();
  expect(await loadedOf(server, HEAVY)).not.toContain('sharp');

  const drawing = await picture().png().toBuffer();
  const drawn = await Promise.all(['a.png', 'b.png'].map((name) => upload(ada, room, name, drawing)));
  expect(drawn.map(({ thumbnailUrl }) => typeof thumbnailUrl)).toEqual(['string', 'string']);
  expect(await loadedOf(server, HEAVY)).toEqual(HEAVY.filter((name) => name !== '@tus/server'));
  await begins(ada, room, { length: 1 });
  expect(await loadedOf(server, HEAVY)).toEqual(HEAVY);
  expect(await loadedOf(server, NEVER)).toEqual([]);
});

/** Which of the packages it has loaded a module of. */
async function loadedOf(server: SpawnedServer, packages: readonly string[]): Promise<readonly string[]> {
  const modules = await server.loadedModules();
  return packages.filter((name) => modules.some((url) => url.includes(`/node_modules/${name}/`)));
}
