import { join } from 'node:path';
import { it } from 'vitest';
import { anyAction, PRELUDE } from '../support/model/action.js';
import { Company, type Everybody, type House } from '../support/model/company.js';
import { holdsForAll } from '../support/model/failed-cases.js';
import { Person } from '../support/people/person.js';
import { rounds } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

const server = await aServer();
const mortal = await aSpawnedServer();
const LONG = 30 * 60_000;

it(
  'whatever people do, and whatever runs out or is cut or restarted in between, the answers and what everybody hears are the model’s',
  async () => {
    let up = Promise.resolve();
    const house: House = {
      url: server.url,
      data: join(server.folder, 'data'),
      restart: () => (up = server.restart()),
      isUp: () => up,
      wait: (minutes) => {
        server.clock.advance({ minutes });
      },
    };
    const everybody = await everybodyAt(server);
    const action = anyAction({ clock: true });
    await holdsForAll('restarted', action, rounds({ quick: 5, thorough: 300 }), async (actions) => {
      const company = await Company.meets(house, everybody);
      for (const one of [...PRELUDE, ...actions]) await company.takes(one);
      await company.parts();
    });
  },
  LONG,
);

it(
  'whatever people do, and whenever the server is killed in between, the answers and what everybody hears are the model’s',
  async () => {
    const house: House = {
      url: mortal.url,
      data: join(mortal.folder, 'data'),
      restart: () => mortal.killAndStart(),
      isUp: () => mortal.isUp(),
      wait: () => undefined,
    };
    const everybody = await everybodyAt(mortal);
    const action = anyAction({ clock: false });
    await holdsForAll('killed', action, rounds({ quick: 2, thorough: 60 }), async (actions) => {
      const company = await Company.meets(house, everybody);
      for (const one of [...PRELUDE, ...actions]) await company.takes(one);
      await company.parts();
    });
  },
  LONG,
);

async function everybodyAt(server: { url: string }): Promise<Everybody> {
  const [ada, ben, cleo, otto] = await Promise.all([
    Person.registers(server, 'ada'),
    Person.registers(server, 'ben'),
    Person.registers(server, 'cleo'),
    Person.registers(server, 'otto'),
  ]);
  return { ada, ben, cleo, otto };
}
