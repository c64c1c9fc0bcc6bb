import type { TabGroup, TabSurroundings } from '../../../core/tabs/tab-group';
import type { Leadership, TabMessage } from '../../../core/tabs/tab-message';

interface Task {
  readonly at: number;
  readonly order: number;
  readonly tab: string;
  readonly work: () => void;
}

/** In milliseconds, how long things take: one after the other, over and over. */
type Delays = () => number;

/** A browser with tabs that may sleep and die, its locks and its channel, in a time of its own. What happens to a tab that sleeps waits for it, in order. */
export class SmallBrowser {
  now = 0;
  /** By the tab that heard them: the leaderships whose word it took, one after the other. */
  readonly heard = new Map<string, Leadership[]>();
  /** As no browser should. */
  losesMessages = false;
  private delivering: TabMessage | null = null;
  private order = 0;
  private tasks: Task[] = [];
  private readonly groups = new Map<string, TabGroup>();
  private readonly asleep = new Set<string>();
  /** When the last message from one tab to another arrives: they do not overtake each other. */
  private readonly arrivals = new Map<string, number>();
  private holder: string | null = null;
  private waiting: string[] = [];

  constructor(private readonly delay: Delays) {}

  get leader(): string | null {
    return this.holder;
  }

  get tabs(): readonly string[] {
    return [...this.groups.keys()];
  }

  isAwake(tab: string): boolean {
    return this.groups.has(tab) && !this.asleep.has(tab);
  }

  add(tab: string, group: TabGroup): void {
    this.groups.set(tab, group);
  }

  sleep(tab: string): void {
    if (this.groups.has(tab)) this.asleep.add(tab);
  }

  wake(tab: string): void {
    this.asleep.delete(tab);
  }

  /** The browser frees its lock at once. */
  kill(tab: string): void {
    this.groups.delete(tab);
    this.asleep.delete(tab);
    this.tasks = this.tasks.filter((task) => task.tab !== tab);
    this.waiting = this.waiting.filter((each) => each !== tab);
    if (this.holder === tab) this.grantNext();
  }

  run(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (let task = this.next(until); task; task = this.next(until)) {
      this.tasks.splice(this.tasks.indexOf(task), 1);
      this.now = Math.max(this.now, task.at);
      task.work();
    }
    this.now = until;
  }

  later(tab: string, milliseconds: number, work: () => void): () => void {
    const task = { at: this.now + milliseconds, order: (this.order += 1), tab, work };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((each) => each !== task);
    };
  }

  /** A tab takes the word that is just being delivered. */
  hears(tab: string): void {
    const message = this.delivering;
    if (message?.kind === 'says') this.heard.set(tab, [...(this.heard.get(tab) ?? []), message.leader]);
  }

  takes(): number {
    return this.delay();
  }

  surroundingsOf(tab: string): TabSurroundings {
    return {
      post: (message) => {
        for (const to of this.groups.keys()) if (to !== tab) this.send(tab, to, message);
      },
      waitForLead: () => {
        this.waiting.push(tab);
        if (this.holder === null) this.grantNext();
      },
      stealLead: () => {
        const before = this.holder;
        this.waiting = this.waiting.filter((each) => each !== tab);
        this.grant(tab);
        if (before !== null && before !== tab)
          this.later(before, this.delay(), () => this.groups.get(before)?.dethroned());
      },
      releaseLead: () => {
        this.waiting = this.waiting.filter((each) => each !== tab);
        if (this.holder === tab) this.grantNext();
      },
      after: (milliseconds, work) => this.later(tab, milliseconds, work),
      uptime: () => this.now,
    };
  }

  private send(from: string, to: string, message: TabMessage): void {
    if (this.losesMessages) return;
    const line = `${from} ${to}`;
    const copy = structuredClone(message);
    const at = Math.max(this.now + this.delay(), this.arrivals.get(line) ?? 0);
    this.arrivals.set(line, at);
    this.later(to, at - this.now, () => {
      this.delivering = copy;
      this.groups.get(to)?.receive(copy);
      this.delivering = null;
    });
  }

  private grantNext(): void {
    this.holder = null;
    const next = this.waiting.shift();
    if (next !== undefined) this.grant(next);
  }

  private grant(tab: string): void {
    this.holder = tab;
    this.later(tab, this.delay(), () => {
      if (this.holder === tab) this.groups.get(tab)?.granted();
    });
  }

  private next(until: number): Task | undefined {
    return this.tasks
      .filter((task) => task.at <= until && !this.asleep.has(task.tab))
      .reduce<Task | undefined>((first, task) => (first && isBefore(first, task) ? first : task), undefined);
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
