import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { settingsIn } from '../support/files/backups.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('when the server comes back from a backup, open pages show what it holds, by themselves, and go on', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Attic');
  await ben.entersAsGuest('Ben', 'Attic');
  await ada.says('Before the backup');
  await ben.sees('Before the backup');
  const archive = join(server.folder, 'backup.tar');
  await backUp(settingsIn(server.folder), archive);
  await ada.says('After the backup');
  await ben.sees('After the backup');

  await server.stop();
  await ada.page.getByText('Connection lost.').waitFor();
  await restore(settingsIn(server.folder), archive, { replace: true });
  await server.restart();
  await ada.isConnected();
  await ben.isConnected();
  await ada.messages('After the backup').waitFor({ state: 'detached' });
  await ben.messages('After the backup').waitFor({ state: 'detached' });
  await ada.says('After the restore');
  await ben.sees('After the restore');
  for (const page of [ada, ben]) {
    expect(await page.messages('Before the backup').count()).toBe(1);
    expect(await page.messages('After the restore').count()).toBe(1);
  }
});
