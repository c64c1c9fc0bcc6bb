import { join } from 'node:path';
import { expect, it } from 'vitest';
import { picture } from '../support/files/uploads.js';
import { Ledger } from '../support/oracle/ledger.js';
import { expectFilesWhole, orphansIn } from '../support/oracle/stored-files.js';
import { databaseIn } from '../support/oracle/stored.js';
import { previewsMadeOf } from '../support/people/link-previews.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer, type Step } from '../support/servers/spawned-server.js';
import { WebSite } from '../support/servers/web-site.js';

/** While it is noted, looked at, counted, drawn, stored and told; the search index commits in between. */
const STEPS: readonly Step[] = [...[1, 2, 3, 4, 5].map((nth) => ({ name: 'commit', nth })), { name: 'rename', nth: 1 }];

const site = await WebSite.opens();

it('killed at any step of making a preview, the server makes it after its next start, and asks the page three times at most', async () => {
  const server = await aSpawnedServer({
    isSabotaged: true,
    environment: () => ({
      ...{ LINK_PREVIEWS: 'on', LINK_PREVIEW_HOSTS: '127.0.0.1', LINK_PREVIEW_PORTS: String(site.port) },
    }),
  });
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  const png = await picture(100, 100).png().toBuffer();
  site.hasPicture('/calm.png', png);
  site.hasPage('/calm', '<title>Tea</title><meta property="og:image" content="/calm.png">');
  await previewsMadeOf(ada, await ada.says(site.url('/calm', '127.0.0.1'), room));
  expect(orphans(server)).toEqual([]);
  for (const step of STEPS) {
    const path = `/${step.name}-${String(step.nth)}`;
    site.hasPicture(`${path}.png`, png);
    site.hasPage(path, `<title>Tea</title><meta property="og:image" content="${path}.png">`);
    const message = await ada.says(site.url(path, '127.0.0.1'), room);
    await server.sabotage({ dieBeforeStep: step });
    await server.ended();
    await server.start();
    expect(await previewsMadeOf(ada, message), path).toMatchObject([{ title: 'Tea', imageWidth: 100 }]);
    const times = site.askedFor(path).length;
    expect(times, path).toBeGreaterThanOrEqual(1);
    expect(times, path).toBeLessThanOrEqual(3);
  }
  expect(left(server)).toEqual({ due: 0, pending: 0 });
  // What was stored just before it was killed is nobody's for a while; what is shown is whole.
  orphans(server);
}, 600_000);

/** What is on the disk and nobody's; each picture that a preview shows is there. */
function orphans({ folder }: SpawnedServer): string[] {
  using database = databaseIn(join(folder, 'data'));
  expectFilesWhole(folder, database, new Ledger());
  return orphansIn(folder, database);
}

/** What is still to be done. */
function left({ folder }: SpawnedServer): { due: number; pending: number } {
  using database = databaseIn(join(folder, 'data'));
  const count = (sql: string) => Number(database.prepare(sql).get()?.count);
  return {
    due: count('select count(*) as count from link_preview_due'),
    pending: count("select count(*) as count from link_preview where state = 'PENDING'"),
  };
}
