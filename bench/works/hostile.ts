import { HttpCaller } from '../clients/http-caller.js';
import { RefusedCaller } from '../clients/refused-caller.js';
import { oneRoom } from '../contestants/contestant.js';
import { ours } from '../contestants/ours.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

const PASSWORD = 'a long enough password';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';

/** What no honest client sends, as JSON; each must be refused for less than what a wrong password costs. */
const ATTACKS = {
  manyAliases: asked(`{ ${aliases(100_000)} }`),
  aliasesThatFit: asked(`{ ${aliases(10_000)} }`),
  deepNesting: asked(`${'{ a '.repeat(20_000)}${'}'.repeat(20_000)}`),
  fragmentBomb: asked(bomb(28)),
  // Written by hand: to make it of objects would take a stack as deep.
  deepVariables: `{"query":"{ __typename }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
};

/** Those that are no larger than a frame may be. */
const ATTACKS_ON_SOCKETS = ['aliasesThatFit', 'deepNesting', 'fragmentBomb', 'deepVariables'] as const;

export const hostile: Work = {
  name: 'hostile',
  contestants: [ours],
  rows: [
    { title: 'server CPU, ms: a login', measure: 'login' },
    { title: 'server CPU, ms: 100,000 aliases are refused', measure: 'manyAliases' },
    { title: 'server CPU, ms: 10,000 aliases, within the size of a body, are refused', measure: 'aliasesThatFit' },
    { title: 'the same over a socket', measure: 'aliasesThatFit.socket' },
    { title: 'server CPU, ms: 20,000 levels of nesting are refused', measure: 'deepNesting' },
    { title: 'the same over a socket', measure: 'deepNesting.socket' },
    { title: 'server CPU, ms: 28 fragments that each spread the next one twice are refused', measure: 'fragmentBomb' },
    { title: 'the same over a socket', measure: 'fragmentBomb.socket' },
    { title: 'server CPU, ms: variables of 10,000 levels are refused', measure: 'deepVariables' },
    { title: 'the same over a socket', measure: 'deepVariables.socket' },
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
      for (const [name, attack] of Object.entries(ATTACKS)) costs[name] = await costOf(() => caller.beRefused(attack));
      const onSocket = await RefusedCaller.connect(server.url);
      for (const name of ATTACKS_ON_SOCKETS)
        costs[`${name}.socket`] = await costOf(() => onSocket.beRefused(ATTACKS[name]));
      onSocket.close();
      return costs;
    });
  },
};

function asked(query: string): string {
  return JSON.stringify({ query, variables: {} });
}

function aliases(many: number): string {
  return Array.from({ length: many }, (_, alias) => `a${String(alias)}: __typename`).join(' ');
}

/** Counted one by one, the last fragment would be spread 2^levels times. */
function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, at) => {
    const next = `...F${String(at + 1)}`;
    return `fragment F${String(at)} on Room { ${next} ... { ${next} } }`;
  });
  return `{ rooms { nodes { ...F0 } } } ${fragments.join(' ')} fragment F${String(levels)} on Room { id }`;
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}
