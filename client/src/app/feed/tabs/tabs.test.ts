import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TabGroup, type TabRole } from '../../core/tabs/tab-group';
import type { Leadership } from '../../core/tabs/tab-message';
import { SmallBrowser } from './test/small-browser';
import { SmallServer } from './test/small-server';
import { SmallTab } from './test/small-tab';

type Step =
  | { readonly kind: 'open' | 'visit' | 'happen' | 'disconnect' }
  | { readonly kind: 'sleep' | 'wake' | 'die'; readonly which: number };

const MAX_TABS = 6;
const which = fc.nat({ max: MAX_TABS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'open' }) },
  fc.constant<Step>({ kind: 'visit' }),
  { weight: 8, arbitrary: fc.constant<Step>({ kind: 'happen' }) },
  fc.constant<Step>({ kind: 'disconnect' }),
  { weight: 2, arbitrary: which.map((tab): Step => ({ kind: 'sleep', which: tab })) },
  { weight: 2, arbitrary: which.map((tab): Step => ({ kind: 'wake', which: tab })) },
  { weight: 2, arbitrary: which.map((tab): Step => ({ kind: 'die', which: tab })) },
);
/** What happens, and how long it is until the next thing does, in milliseconds. */
const steps = fc.array(fc.tuple(step, fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 2_500 }))), { maxLength: 40 });
const delays = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 20 });

/** Longer than all that a group waits for. */
const UNTIL_AT_REST = 15_000;

test('tabs that come, sleep, wake and die all end with what has happened, and none hears anything twice', () => {
  fc.assert(
    fc.property(steps, delays, (doings, takes) => {
      const house = new House(takes);
      for (const [doing, pause] of doings) {
        house.does(doing);
        house.browser.run(pause);
      }
      house.wakeAll();
      house.browser.run(UNTIL_AT_REST);
      house.server.happen();
      house.browser.run(UNTIL_AT_REST);
      house.isAtRest();
    }),
  );
}, 60_000);

test('a leader that dies or sleeps is replaced within two seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), fc.boolean(), delays, fc.nat(3_000), (count, dies, takes, pause) => {
      const house = new House(takes);
      for (let tab = 0; tab < count; tab += 1) house.does({ kind: 'open' });
      house.browser.run(3_000 + pause);
      const leader = house.leader;
      if (!leader) throw new Error('Nobody leads.');
      if (dies) house.kill(leader);
      else house.browser.sleep(leader.name);
      house.browser.run(2_000);
      const now = house.leader;
      expect(now).not.toBe(leader);
      expect(house.browser.isAwake(now.name)).toBe(true);
    }),
  );
}, 60_000);

test('a leader that wakes just as it is replaced hears nothing twice, and misses nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 900, max: 1_900 }), delays, (night, takes) => {
      const house = new House(takes);
      for (let tab = 0; tab < 3; tab += 1) house.does({ kind: 'open' });
      house.browser.run(3_000);
      house.does({ kind: 'sleep', which: 0 });
      house.browser.run(night);
      house.does({ kind: 'wake', which: 0 });
      for (let event = 0; event < 60; event += 1) {
        house.does({ kind: 'happen' });
        house.browser.run(7);
      }
      house.browser.run(UNTIL_AT_REST);
      house.isAtRest();
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('a tab that has lost what its leader said asks again', () => {
  const house = new House([5]);
  for (let tab = 0; tab < 2; tab += 1) house.does({ kind: 'open' });
  house.browser.run(1_000);
  house.browser.losesMessages = true;
  house.does({ kind: 'happen' });
  house.browser.run(100);
  house.browser.losesMessages = false;
  house.does({ kind: 'happen' });
  house.browser.run(1_000);
  house.isAtRest();
});

test('a second tab begins with what the first one knows, and asks the server nothing', () => {
  const house = new House([5]);
  house.does({ kind: 'open' });
  house.does({ kind: 'happen' });
  house.browser.run(1_000);
  expect(house.server.reads).toBe(1);
  house.does({ kind: 'open' });
  house.browser.run(300);
  expect(house.tabs.map(({ knows }) => knows)).toEqual([[1], [1]]);
  expect(house.server).toMatchObject({ connections: 1, reads: 1 });
});

test('a page beside the chat uses the connection of whichever tab leads, and never leads itself', () => {
  const house = new House([5]);
  house.visits();
  house.browser.run(1_500);
  house.isAtRest();
  house.does({ kind: 'open' });
  house.does({ kind: 'open' });
  house.browser.run(1_000);
  house.isAtRest();
  house.does({ kind: 'die', which: 0 });
  house.browser.run(1_000);
  house.isAtRest();
  house.does({ kind: 'die', which: 0 });
  house.browser.run(2_500);
  house.isAtRest();
});

/** Nobody takes the word of an earlier term, nor of two leaders in one term. */
function isAfter({ tab, term }: Leadership, index: number, all: readonly Leadership[]): boolean {
  const before = all[index - 1];
  return before === undefined || term > before.term || (term === before.term && tab === before.tab);
}

/** A browser with its tabs. */
class House {
  tabs: SmallTab[] = [];
  readonly browser: SmallBrowser;
  readonly server: SmallServer;
  /** What each visitor was, one role after the other. */
  private readonly visitors: TabRole[][] = [];
  private count = 0;

  constructor(takes: readonly number[]) {
    let turn = 0;
    this.browser = new SmallBrowser(() => takes[(turn += 1) % takes.length] ?? 0);
    this.server = new SmallServer(this.browser);
  }

  get leader(): SmallTab | undefined {
    return this.tabs.find(({ name }) => name === this.browser.leader);
  }

  does(step: Step): void {
    if ('which' in step) this.doesTo(step.kind, this.tabs[step.which]);
    else if (step.kind === 'happen') this.server.happen();
    else if (step.kind === 'disconnect') this.leader?.loseConnection();
    else if (step.kind === 'visit') this.visits();
    else if (this.tabs.length < MAX_TABS) {
      this.count += 1;
      this.tabs.push(new SmallTab(`tab ${String(this.count)}`, this.browser, this.server));
    }
  }

  /** A page beside the chat, which only follows. */
  visits(): void {
    const name = `visitor ${String((this.count += 1))}`;
    const roles: TabRole[] = [];
    this.visitors.push(roles);
    const ignore = (): undefined => undefined;
    const hear = { role: (role: TabRole) => roles.push(role), asked: ignore, said: ignore };
    const group = new TabGroup(name, this.browser.surroundingsOf(name), hear);
    this.browser.add(name, group);
    group.join(false);
  }

  private doesTo(kind: 'sleep' | 'wake' | 'die', tab: SmallTab | undefined): void {
    if (!tab) return;
    if (kind === 'sleep') this.browser.sleep(tab.name);
    else if (kind === 'wake') this.browser.wake(tab.name);
    else this.kill(tab);
  }

  kill(tab: SmallTab): void {
    this.tabs = this.tabs.filter((each) => each !== tab);
    tab.die();
  }

  /** Each tab knows all that has happened, each event once and in order, and one of them has the connection. */
  isAtRest(): void {
    for (const tab of this.tabs) {
      expect(tab.knows).toEqual(this.server.happened);
      expect(new Set(tab.applied).size).toBe(tab.applied.length);
      expect(tab.applied).toEqual(tab.applied.toSorted((a, b) => a - b));
      expect(tab.isLive).toBe(true);
    }
    for (const roles of this.visitors) {
      expect(roles).not.toContain('leads');
      expect(roles.at(-1)).toBe(this.tabs.length === 0 ? 'alone' : 'follows');
    }
    for (const leaders of this.browser.heard.values()) expect(leaders.every(isAfter)).toBe(true);
    expect(this.server.connections).toBe(this.tabs.length === 0 ? 0 : 1);
  }

  wakeAll(): void {
    for (const { name } of this.tabs) this.browser.wake(name);
  }
}
