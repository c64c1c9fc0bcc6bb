import type { Browser } from 'playwright-core';
import { DESKTOP, Visit } from '../page/visit.js';
import type { Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';

/** What stays of rooms that were opened and left again. */
export async function measuredOpenedRooms(browser: Browser, server: CrowdedServer): Promise<Section> {
  const visit = await Visit.begins(browser, server, DESKTOP);
  await visit.signsIn();
  await visit.opens(server.rooms[0] ?? '');
  const [elements, messages] = [
    await visit.page.locator('*').count(),
    await visit.page.locator('app-timeline article').count(),
  ];
  await goTo(visit, server.quietRoom);
  const before = await held(visit);
  for (const room of server.rooms) await goTo(visit, room);
  await goTo(visit, server.quietRoom);
  const after = await held(visit);
  await visit.ends();
  const more = (what: 'nodes' | 'listeners' | 'heap'): number => after[what] - before[what];
  return {
    title: `What stays of ${String(server.rooms.length)} rooms`,
    ifSlow:
      'If it were bad, a page that is open for a week would become slower each day, and be taken away by the phone. Counted after a full garbage collection, once each room was opened and left.',
    rows: [
      { name: 'elements of a room with its lists', figure: elements, unit: '' },
      { name: 'messages drawn in it', figure: messages, unit: '' },
      { name: 'nodes more than before', figure: more('nodes'), unit: '' },
      { name: 'listeners more than before', figure: more('listeners'), unit: '' },
      { name: 'heap more than before, for each room', figure: more('heap') / 1000 / server.rooms.length, unit: 'kB' },
      { name: 'heap then', figure: after.heap / 1000, unit: 'kB' },
    ],
  };
}

async function goTo({ page }: Visit, roomId: string): Promise<void> {
  await page.locator(`app-room-link a[href$="${roomId}"]`).click();
  await page.waitForURL(`**/chat/${roomId}`);
  await page.locator('app-room-header').waitFor();
  await page.waitForLoadState('networkidle');
}

async function held(visit: Visit): Promise<{ nodes: number; listeners: number; heap: number }> {
  // Twice: what goes with the first may have held something else.
  for (let time = 0; time < 2; time += 1) await visit.tools.send('HeapProfiler.collectGarbage');
  const counts = await visit.counts();
  return {
    nodes: counts.get('Nodes') ?? Number.NaN,
    listeners: counts.get('JSEventListeners') ?? Number.NaN,
    heap: counts.get('JSHeapUsedSize') ?? Number.NaN,
  };
}
