import { HttpCaller } from '../clients/http-caller.js';
import { oneRoom } from '../contestants/contestant.js';
import { ours } from '../contestants/ours.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

const PASSWORD = 'a long enough password';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';

/** What no honest client sends; each must be refused for less than what a wrong password costs. */
const ATTACKS = {
  manyAliases: `{ ${Array.from({ length: 100_000 }, (_, alias) => `a${String(alias)}: __typename`).join(' ')} }`,
  aliasesThatFit: `{ ${Array.from({ length: 10_000 }, (_, alias) => `a${String(alias)}: __typename`).join(' ')} }`,
  deepNesting: `${'{ a '.repeat(20_000)}${'}'.repeat(20_000)}`,
};

export const hostile: Work = {
  name: 'hostile',
  contestants: [ours],
  rows: [
    { title: 'server CPU, ms: a login', measure: 'login' },
    { title: 'server CPU, ms: 100,000 aliases are refused', measure: 'manyAliases' },
    { title: 'server CPU, ms: 10,000 aliases, within the size of a body, are refused', measure: 'aliasesThatFit' },
    { title: 'server CPU, ms: 20,000 levels of nesting are refused', measure: 'deepNesting' },
  ],
  async run(contestant, { meter, amount }) {
    const times = amount(50, 10);
    return inVenue(contestant, oneRoom(1), async ({ server }) => {
      const caller = new HttpCaller(server.url);
      await caller.call({ query: REGISTER, variables: { input: { username: 'ada', password: PASSWORD } } });
      const costOf = async (work: () => Promise<unknown>) => {
        await repeat(times, work);
        const { cpuMicroseconds } = await meter.measure(server, () => repeat(times, work));
        return cpuMicroseconds / 1000 / times;
      };
      const costs: Record<string, number> = {
        login: await costOf(() =>
          caller.call({ query: LOGIN, variables: { input: { username: 'ada', password: PASSWORD } } }),
        ),
      };
      for (const [name, query] of Object.entries(ATTACKS)) {
        costs[name] = await costOf(() => caller.beRefused({ query, variables: {} }));
      }
      return costs;
    });
  },
};

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}
